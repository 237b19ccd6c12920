import { css } from 'lit';
import { onScreens } from '../screens.ts';

/** Styles of the list of members. */
export const memberListStyles = css`
  :host {
    position: absolute;
    top: calc(100% + 8px);
    right: 0;
    z-index: 20;
    width: 300px;
    padding: 8px;
    border: 1px solid var(--line-strong);
    border-radius: 14px;
    background: var(--menu);
    box-shadow: var(--shadow);
  }
  ul {
    max-height: 44dvh;
    margin: 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }
  li {
    display: flex;
    align-items: center;
    gap: 4px;
    min-height: 44px;
  }
  .who {
    flex: 1;
    min-width: 0;
    justify-content: flex-start;
    gap: 12px;
    min-height: 44px;
    padding: 0 8px 0 14px;
    text-align: left;
  }
  .who[aria-pressed='true'] {
    background: var(--pressed);
  }
  .who:disabled {
    opacity: 1;
  }
  .words {
    min-width: 0;
    line-height: 1.3;
  }
  .words > span {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .does {
    font-size: 12px;
    color: var(--text-soft);
  }
  li {
    flex-wrap: wrap;
  }
  .acts {
    flex-basis: 100%;
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    padding: 2px 8px 10px 14px;
  }
  .foot {
    display: flex;
    gap: 6px;
    padding: 8px;
    margin-top: 4px;
    border-top: 1px solid var(--line);
  }
  .foot button {
    flex: 1;
  }
  .foot button[aria-pressed='true'] {
    background: var(--pressed);
  }
  form {
    display: flex;
    gap: 6px;
    padding: 8px;
    margin-top: 4px;
    border-top: 1px solid var(--line);
  }
  input {
    flex: 1;
    min-width: 0;
    height: 36px;
    padding: 0 10px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--well);
  }
  @media ${onScreens('phone')} {
    :host {
      position: fixed;
      top: 60px;
      left: 8px;
      right: 8px;
      width: auto;
    }
    input {
      height: 44px;
    }
  }
  @media ${onScreens('low')} {
    :host {
      position: fixed;
      top: calc(48px + env(safe-area-inset-top));
      right: calc(8px + env(safe-area-inset-right));
      max-height: calc(100dvh - 56px);
      overflow-y: auto;
    }
    ul {
      max-height: none;
    }
  }
`;

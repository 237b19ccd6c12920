import { css } from 'lit';
import { touched } from '../screens.ts';

export const libraryStyles = css`
  :host {
    display: block;
    position: relative;
  }
  .tabs {
    display: flex;
    gap: 4px;
    margin: 0 -4px 14px;
    padding: 4px;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .tabs button {
    flex: none;
    min-height: 40px;
    padding: 0 14px;
    border-radius: 20px;
    font-weight: 500;
    color: var(--text-soft);
  }
  .tabs [aria-selected='true'] {
    background: var(--pressed);
    color: var(--text);
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 12px;
  }
  .chosen button {
    border-color: color-mix(in oklab, var(--accent) 50%, transparent);
    border-radius: 22px;
    background: color-mix(in oklab, var(--accent) 12%, transparent);
    font-size: 13px;
  }
  #found {
    /* Tall enough that nothing moves while lists change. */
    min-height: 60vh;
    padding-top: 20px;
    outline: none;
  }
  .cards {
    transition: opacity 0.15s 0.1s;
  }
  [aria-busy='true'] .cards {
    opacity: 0.45;
  }
  .empty {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 16px;
    max-width: 52ch;
    padding: 28px 0;
    font-size: 15px;
    color: var(--text-soft);
    text-wrap: pretty;
  }
  .empty button {
    min-height: 44px;
    padding: 0 18px;
    border-radius: 22px;
    color: var(--text);
  }
  .more {
    display: flex;
    justify-content: center;
    padding-top: 32px;
  }
  .more button {
    min-height: 44px;
    padding: 0 28px;
    border-radius: 22px;
  }
  @media ${touched} {
    .tabs button {
      min-height: 44px;
      border-radius: 22px;
    }
  }
`;

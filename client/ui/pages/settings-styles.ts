import { css } from 'lit';
import { narrow } from '../screens.ts';

/** Styles of the settings: a column of cards. */
export const settingsStyles = css`
  section {
    min-width: 0;
    padding: 24px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--card);
  }
  h2 {
    margin-bottom: 16px;
    font-size: 18px;
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  .words {
    max-width: 56ch;
    margin: -6px 0 18px;
    color: var(--text-soft);
    text-wrap: pretty;
  }
  .last {
    margin-bottom: 0;
  }
  dl {
    margin: 0 0 12px;
  }
  dt {
    font-size: 13px;
    font-weight: 500;
  }
  dd {
    margin: 2px 0 0;
    font-size: 16px;
    overflow-wrap: anywhere;
  }
  .state {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    margin-bottom: 18px;
    font-size: 14px;
    color: var(--text-soft);
  }
  .state button {
    min-height: 40px;
  }
  a.button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    text-decoration: none;
  }
  a.button:hover {
    background: var(--hover);
  }
  a.button.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  a.button.primary:hover {
    background: var(--accent-strong);
  }
  @media ${narrow} {
    section {
      padding: 20px;
    }
    .state button {
      min-height: 44px;
    }
    .buttons > * {
      flex: 1 1 auto;
    }
  }
  .trash {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .trash li {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 52px;
  }
  .trash span {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .trash small {
    color: var(--text-soft);
  }
`;

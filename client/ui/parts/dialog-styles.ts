import { css } from 'lit';

/** Styles of all dialogs. */
export const dialogStyles = css`
  dialog {
    width: min(460px, calc(100vw - 32px));
    padding: 20px 22px 22px;
    border: 1px solid var(--line-strong);
    border-radius: 16px;
    background: var(--menu);
    color: var(--text);
    box-shadow: var(--shadow);
  }
  dialog::backdrop {
    background: var(--scrim);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-bottom: 12px;
  }
  h2 {
    font-size: 18px;
    font-weight: 600;
  }
  .caption {
    color: var(--text-soft);
    font-size: 12px;
    margin-bottom: 4px;
  }
  fieldset {
    border: 0;
    padding: 0;
    margin: 6px 0 0;
  }
`;

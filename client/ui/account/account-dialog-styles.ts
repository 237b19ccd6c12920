import { css } from 'lit';
import { dialogStyles } from '../parts/dialog-styles.ts';
import { base } from '../tokens.ts';
import { formStyles } from './form-styles.ts';

/** Styles of dialogs that ask for something about the account. */
export const accountDialogStyles = [
  base,
  formStyles,
  dialogStyles,
  css`
    .words {
      color: var(--text-soft);
      text-wrap: pretty;
    }
    .buttons {
      justify-content: flex-end;
    }
  `,
];

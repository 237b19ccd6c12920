import { css } from 'lit';
import { narrow, touched } from '../screens.ts';

/** Styles of forms: labels above fields, errors below fields, and buttons at the end. */
export const formStyles = css`
  form {
    display: grid;
    gap: 16px;
  }
  .field {
    display: grid;
    gap: 6px;
    min-width: 0;
  }
  label,
  legend {
    padding: 0;
    font-size: 13px;
    font-weight: 500;
  }
  .field input,
  textarea {
    width: 100%;
    min-height: 44px;
    padding: 0 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--well);
    font: inherit;
    /* A smaller font makes a phone zoom in on the field. */
    font-size: 16px;
    color: inherit;
  }
  textarea {
    min-height: 92px;
    padding: 10px 12px;
    line-height: 1.45;
    resize: vertical;
  }
  .field input:hover,
  textarea:hover {
    border-color: var(--edge);
  }
  [aria-invalid='true'] {
    border-color: var(--danger) !important;
  }
  .hint,
  .error {
    font-size: 13px;
    color: var(--text-soft);
  }
  .error,
  .refusal {
    color: var(--danger);
  }
  .refusal {
    padding: 10px 14px;
    border: 1px solid color-mix(in oklab, var(--danger) 40%, transparent);
    border-radius: var(--radius-small);
    background: var(--danger-ground);
    text-wrap: pretty;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
  }
  .buttons button,
  .buttons a {
    min-height: 40px;
    padding: 0 18px;
  }
  @media ${touched}, ${narrow} {
    .buttons button,
    .buttons a {
      min-height: 44px;
    }
  }
`;

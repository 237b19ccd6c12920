import { css } from 'lit';
import { touched } from '../screens.ts';

/** Styles of comments, of fields for a text, and of small buttons beside them. */
export const commentsStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  textarea {
    display: block;
    width: 100%;
    min-height: 60px;
    max-height: 240px;
    padding: 8px 10px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--well);
    color: inherit;
    font: inherit;
    resize: vertical;
    field-sizing: content;
  }
  header {
    display: flex;
    align-items: center;
    gap: 7px;
    min-height: 30px;
  }
  .empty {
    padding: 18px 0;
    text-align: center;
    text-wrap: balance;
  }
  .more {
    width: 100%;
    margin-top: 10px;
  }
  .words {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .soft {
    color: var(--text-soft);
    font-size: 12px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }
  textarea + .row {
    margin-top: 6px;
  }
  /* Aligns the text of the first button with the text above it. */
  .acts > button.small:first-child,
  .row > ::slotted(button.small:first-child) {
    margin-left: -8px;
  }
  .row > .end {
    margin-left: auto;
  }
  button.icon.small {
    width: 28px;
    padding: 0;
  }
  button.small {
    min-height: 28px;
    padding: 0 8px;
    gap: 5px;
    font-size: 12px;
    color: var(--text-soft);
  }
  button.small:hover:not(:disabled),
  button.small[aria-pressed='true'] {
    color: var(--text);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 26px;
    padding: 0 8px;
    border: 1px solid var(--line-strong);
    border-radius: 13px;
    font-size: 12px;
  }
  .dot {
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
  }
  .name {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 13px;
    font-weight: 600;
    text-decoration: none;
  }
  .name:hover {
    text-decoration: underline;
  }
  @media ${touched} {
    textarea {
      /* A smaller font makes a phone zoom in on the field. */
      font-size: 16px;
    }
    button.small,
    button.chip {
      min-height: 44px;
      min-width: 44px;
    }
    button.icon.small {
      width: 40px;
      min-width: 40px;
      min-height: 40px;
    }
  }
`;

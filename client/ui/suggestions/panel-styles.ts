import { css } from 'lit';
import { touched } from '../screens.ts';

/** Styles of the panel of suggestions, around its gallery. */
export const suggestionsStyles = css`
  :host {
    display: block;
  }
  .soft {
    color: var(--text-soft);
    font-size: 12px;
    text-wrap: pretty;
  }
  .said {
    margin: 8px 0 2px;
    min-height: 38px;
    font-size: 13px;
    line-height: 19px;
    text-wrap: pretty;
  }
  .row {
    display: flex;
    gap: 6px;
    margin: 6px 0;
  }
  .row > * {
    flex: 1;
  }
  .row button {
    padding: 0 8px;
    font-size: 13px;
    white-space: nowrap;
  }
  .steps {
    display: flex;
    gap: 5px;
    margin: 6px 0 4px;
    padding: 2px;
    overflow-x: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--pressed) transparent;
  }
  .steps button {
    flex: none;
    position: relative;
    width: 46px;
    min-height: 30px;
    height: 30px;
    padding: 0;
    border: 1px solid var(--line-strong);
    border-radius: 6px;
    background: var(--stage);
    overflow: hidden;
  }
  .steps button[aria-current='step'] {
    border: 2px solid var(--accent);
  }
  .steps img {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .steps span {
    position: absolute;
    right: 2px;
    bottom: 1px;
    padding: 0 4px;
    border-radius: 4px;
    background: rgb(6 7 12 / 0.66);
    color: #eceef6;
    font-size: 10px;
    line-height: 13px;
  }
  form {
    display: flex;
    gap: 6px;
    margin: 10px 0 6px;
  }
  form input {
    flex: 1;
    min-width: 0;
    height: 36px;
    padding: 0 10px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--well);
    color: inherit;
    font: inherit;
    font-size: 13px;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 5px;
    margin: 0 0 6px;
    padding: 0;
    list-style: none;
  }
  .chips button {
    min-height: 28px;
    padding: 0 6px 0 10px;
    gap: 4px;
    border-color: color-mix(in oklab, var(--accent) 40%, transparent);
    border-radius: 14px;
    background: color-mix(in oklab, var(--accent) 14%, transparent);
    font-size: 12px;
  }
  .pads {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 6px;
    margin: 8px 0 10px;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 5px;
    margin: 2px 0 4px;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 4px;
    color: var(--text-soft);
    font-size: 12px;
  }
  .scope {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 5px;
    min-height: 30px;
    padding: 0 10px;
    border: 1px solid var(--line-strong);
    border-radius: 15px;
    color: var(--text-soft);
    font-size: 12px;
    cursor: pointer;
  }
  .scope input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .scope:has(:checked) {
    border-color: color-mix(in oklab, var(--accent) 55%, transparent);
    background: color-mix(in oklab, var(--accent) 20%, transparent);
    color: var(--text);
  }
  .scope:has(:disabled) {
    opacity: 0.5;
    cursor: default;
  }
  .scope:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  .folds {
    margin-top: 8px;
    border-bottom: 1px solid var(--line);
  }
  @media ${touched} {
    .scope,
    .chips button {
      min-height: 40px;
      border-radius: 20px;
    }
    .steps button {
      width: 64px;
      min-height: 44px;
      height: 44px;
    }
    form input {
      height: 44px;
      font-size: 16px;
    }
  }
`;

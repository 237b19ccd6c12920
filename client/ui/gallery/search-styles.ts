import { css } from 'lit';

export const searchStyles = css`
  :host {
    display: block;
  }
  form {
    display: flex;
    gap: 10px;
  }
  .words {
    position: relative;
    flex: 1;
    min-width: 0;
    max-width: 460px;
  }
  .words > svg {
    position: absolute;
    left: 14px;
    top: 50%;
    translate: 0 -50%;
    color: var(--text-soft);
    pointer-events: none;
  }
  .words button {
    position: absolute;
    right: 3px;
    top: 50%;
    translate: 0 -50%;
    border-radius: 50%;
    color: var(--text-soft);
  }
  input,
  select {
    height: 44px;
    padding: 0 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--glass);
    /* A smaller font makes a phone zoom in on the field. */
    font-size: 16px;
  }
  input:hover,
  select:hover {
    border-color: var(--edge);
  }
  input[type='search'] {
    width: 100%;
    padding: 0 46px 0 42px;
    border-radius: 22px;
    appearance: none;
  }
  input[type='search']::-webkit-search-cancel-button {
    display: none;
  }
  input::placeholder {
    color: var(--text-soft);
    opacity: 1;
  }
  .toggle {
    flex: none;
    min-height: 44px;
    border-radius: 22px;
    padding: 0 16px;
  }
  .toggle[aria-expanded='true'] {
    background: var(--hover);
  }
  .count {
    display: inline-grid;
    place-items: center;
    min-width: 20px;
    height: 20px;
    border-radius: 10px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 12px;
    font-weight: 600;
  }
  #filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px 18px;
    margin-top: 12px;
  }
  .tempo {
    display: flex;
    gap: 8px;
  }
  label {
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: 13px;
    color: var(--text-soft);
  }
  select,
  input.number {
    color: var(--text);
  }
  option {
    background: var(--menu);
  }
  input.number {
    width: 76px;
  }
  #filters > button {
    min-height: 44px;
    color: var(--text-soft);
  }
`;

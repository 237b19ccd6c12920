import { css } from 'lit';
import { touched } from '../screens.ts';

/** Styles of the controls that are not sliders: list, segments, switch and colour. */
export const choiceStyles = css`
  select {
    flex: none;
    width: 152px;
    height: 28px;
    margin: 2px 0;
    padding: 0 6px;
    font-size: 13px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--well);
    cursor: pointer;
  }
  select:enabled:hover {
    border-color: var(--line-strong);
  }
  select option {
    background: var(--menu);
    color: var(--text);
  }
  .segments {
    display: flex;
    padding: 2px;
    gap: 2px;
    border-radius: var(--radius-small);
    background: var(--well);
  }
  .segments label {
    position: relative;
    flex: 1 1 auto;
    display: grid;
    place-items: center;
    min-height: 30px;
    padding: 0 6px;
    border-radius: 6px;
    color: var(--text-soft);
    font-size: 13px;
    white-space: nowrap;
    cursor: pointer;
  }
  .segments input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .segments label:has(:enabled):hover {
    color: var(--text);
  }
  .segments label:has(:checked) {
    background: color-mix(in oklab, var(--accent) 24%, transparent);
    color: var(--text);
  }
  .segments label:has(:focus-visible) {
    outline: 2px solid var(--accent);
  }
  button.switch {
    flex: none;
    width: 36px;
    min-height: 20px;
    height: 20px;
    padding: 0;
    border-radius: 10px;
    background: var(--pressed);
    justify-content: flex-start;
  }
  button.switch::before {
    content: '';
    position: absolute;
    inset: 0;
  }
  button.switch::after {
    content: '';
    width: 14px;
    height: 14px;
    margin: 0 2px;
    border-radius: 50%;
    background: var(--text);
    transition: translate 0.15s;
  }
  button.switch[aria-checked='true'],
  button.switch[aria-checked='true']:hover:not(:disabled) {
    background: var(--accent);
  }
  button.switch[aria-checked='true']::after {
    translate: 16px 0;
    background: var(--on-accent);
  }
  input[type='color'] {
    width: 36px;
    height: 22px;
    padding: 0;
    border: 1px solid var(--line-strong);
    border-radius: 6px;
    background: none;
    cursor: pointer;
  }
  input[type='color']::-webkit-color-swatch-wrapper {
    padding: 0;
  }
  input[type='color']::-webkit-color-swatch {
    border: 0;
    border-radius: 5px;
  }
  input[type='color']::-moz-color-swatch {
    border: 0;
    border-radius: 5px;
  }
  :host([disabled]) button.switch,
  :host([disabled]) select {
    opacity: 1;
  }
  @media ${touched} {
    .segments label {
      min-height: 40px;
    }
    select {
      width: 184px;
      height: 40px;
      font-size: 14px;
    }
    .row:has(.switch) .head,
    .row:has([type='color']) .head {
      min-height: 44px;
    }
    input[type='color'] {
      width: 56px;
      height: 40px;
    }
  }
`;

import { css } from 'lit';

/** The look of a field's control. `--accent` is the hue of its panel, `--peer` that of the hand which moves it. */
export const fieldStyles = css`
  :host {
    display: block;
    position: relative;
    padding: 4px 0;
  }
  .row {
    position: relative;
    margin: 0 -8px;
    padding: 0 8px;
    border-radius: 8px;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 26px;
  }
  .name {
    user-select: none;
    color: var(--text-soft);
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .gap {
    flex: 1;
  }
  .changed,
  :host(:hover) .name,
  :host(:focus-within) .name {
    color: var(--text);
  }
  .touch {
    flex: none;
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--peer);
  }
  .hand {
    flex: none;
    max-width: 84px;
    padding: 0 7px;
    border-radius: 8px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 11px;
    line-height: 16px;
    color: #0a0d18;
    background: var(--peer);
  }
  .effective {
    color: var(--warm);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  input.value {
    field-sizing: content;
    width: 8ch;
    min-width: 3ch;
    max-width: 10ch;
    padding: 1px 5px;
    margin-right: -2px;
    border: 1px solid transparent;
    border-radius: 6px;
    background: none;
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  @supports (field-sizing: content) {
    input.value {
      width: auto;
    }
  }
  input.value:enabled:hover,
  input.value:focus {
    border-color: var(--line-strong);
    background: var(--well);
  }
  input.value[aria-invalid='true'] {
    border-color: var(--danger);
  }
  .unit {
    margin-left: -4px;
    color: var(--text-soft);
    font-size: 12px;
    white-space: nowrap;
  }
  .unit:empty {
    display: none;
  }
  .slider {
    position: relative;
    --from: 0;
    --to: 0;
  }
  input[type='range'] {
    appearance: none;
    display: block;
    position: relative;
    width: 100%;
    height: 20px;
    margin: 0;
    background: none;
    cursor: pointer;
    touch-action: pan-y;
    outline-offset: 0;
  }
  .rail,
  .rail i {
    position: absolute;
    top: 50%;
    height: 3px;
    margin-top: -1.5px;
    border-radius: 2px;
    pointer-events: none;
  }
  .rail {
    left: 7px;
    right: 7px;
    background: var(--track);
  }
  .rail .fill {
    left: calc(var(--from) * 100%);
    width: calc((var(--to) - var(--from)) * 100%);
    background: var(--accent);
  }
  .rail .usual,
  .rail .heard {
    width: 2px;
    margin-left: -1px;
    border-radius: 1px;
  }
  .rail .usual {
    left: calc(var(--usual) * 100%);
    height: 7px;
    margin-top: -3.5px;
    background: rgb(255 255 255 / 0.3);
  }
  .rail .heard {
    left: calc(var(--heard) * 100%);
    height: 13px;
    margin-top: -6.5px;
    background: var(--warm);
    transition: left 0.15s linear;
  }
  input[type='range']::-webkit-slider-runnable-track {
    height: 14px;
    background: none;
  }
  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    width: 14px;
    height: 14px;
    border: 3px solid #0d0f18;
    border-radius: 50%;
    background: var(--text);
    transition: box-shadow 0.15s;
  }
  input[type='range']:enabled:hover::-webkit-slider-thumb,
  input[type='range']:active::-webkit-slider-thumb {
    box-shadow: 0 0 0 2px var(--accent);
  }
  input[type='range']::-moz-range-track {
    background: none;
  }
  input[type='range']::-moz-range-thumb {
    width: 8px;
    height: 8px;
    border: 3px solid #0d0f18;
    border-radius: 50%;
    background: var(--text);
  }
  :host([data-held]) .rail .fill {
    background: var(--peer);
  }
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
    background: #14161f;
    color: #eceef6;
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
    background: rgb(255 255 255 / 0.18);
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
    background: #0a0d18;
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
  :host([disabled]) * {
    cursor: default;
  }
  :host([disabled]) button.switch,
  :host([disabled]) select {
    opacity: 1;
  }
  :host([disabled]) input[type='range']::-webkit-slider-thumb {
    visibility: hidden;
  }
  :host([disabled]) input[type='range']::-moz-range-thumb {
    visibility: hidden;
  }
  @media (pointer: coarse) {
    .head {
      min-height: 28px;
    }
    .slider {
      margin: -7px 0 -5px;
    }
    input[type='range'] {
      height: 40px;
    }
    input[type='range']::-webkit-slider-runnable-track {
      height: 24px;
    }
    input[type='range']::-webkit-slider-thumb {
      width: 24px;
      height: 24px;
      border-width: 4px;
    }
    input[type='range']::-moz-range-thumb {
      width: 16px;
      height: 16px;
      border-width: 4px;
    }
    .rail {
      left: 12px;
      right: 12px;
    }
    input.value {
      min-width: 44px;
      min-height: 40px;
      margin-block: -6px;
    }
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

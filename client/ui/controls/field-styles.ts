import { css } from 'lit';
import { touched } from '../screens.ts';

/** Styles of a field's control, its head and its slider. `--accent` is the hue of its panel, `--peer` that of the member who moves it. */
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
    -webkit-user-select: none;
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
    color: var(--ink);
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
    position: relative;
    /* Above the slider's touch area, which begins below. */
    z-index: 1;
    min-width: 3ch;
    max-width: 10ch;
    min-height: 24px;
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
    height: 24px;
    margin: -2px 0;
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
    background: var(--edge);
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
    border: 3px solid var(--menu);
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
    border: 3px solid var(--menu);
    border-radius: 50%;
    background: var(--text);
  }
  /* What has no effect is not lit up. */
  :host([idle]) {
    --accent: var(--text-soft);
  }
  :host([data-held]) .rail .fill {
    background: var(--peer);
  }
  :host([disabled]) * {
    cursor: default;
  }
  :host([disabled]) input[type='range']::-webkit-slider-thumb {
    visibility: hidden;
  }
  :host([disabled]) input[type='range']::-moz-range-thumb {
    visibility: hidden;
  }
  @media ${touched} {
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
  }
  /* Shows the controls beside a name only on hover or focus. */
  @media (hover: hover) {
    :host(:not(:hover):not(:focus-within)) ::slotted([data-idle]) {
      opacity: 0;
    }
  }
`;

import { css } from 'lit';

/**
 * Styles for forced colours, such as high contrast, with which browsers remove backgrounds and shadows. Selected states use the system's
 * own colours, and signs that are colours keep them. Part of every component.
 * @see CSS Color Adjustment Module Level 1, §3
 */
export const forcedColours = css`
  @media (forced-colors: active) {
    /* Signs that consist only of a colour: members, species, lamps, levels. */
    i,
    .dot,
    .face,
    .level,
    .meter,
    .hand,
    .kind,
    .cell,
    .bar,
    .way,
    .point::before,
    .status::before,
    header::before,
    .line b::before,
    input[type='color'],
    .colours input {
      forced-color-adjust: none;
    }
    :is([aria-pressed='true'], [aria-selected='true'], [aria-current='page'], label:has(> input[type='radio']:checked)) {
      forced-color-adjust: none;
      border-color: Highlight !important;
      background: Highlight !important;
      color: HighlightText !important;
    }
    :is([aria-pressed='true'], [aria-selected='true'], [aria-current='page'], label:has(> input[type='radio']:checked)) :not(i) {
      color: HighlightText !important;
    }
    label > input[type='radio']:checked ~ i,
    .colours input:checked {
      outline: 3px solid Highlight !important;
    }
    .pad:is(.pressed, .sounding) {
      forced-color-adjust: none;
      background: Highlight !important;
      color: HighlightText !important;
    }
    input[type='color'] {
      border-color: ButtonText !important;
    }
    .segments {
      border: 1px solid ButtonText;
    }
    .rail {
      height: 3px;
      forced-color-adjust: none;
      background: GrayText !important;
    }
    .rail .fill {
      background: Highlight !important;
    }
    .rail .usual,
    .rail .heard {
      background: CanvasText !important;
    }
    input[type='range']::-webkit-slider-thumb {
      forced-color-adjust: none;
      border-color: Canvas !important;
      background: ButtonText !important;
    }
    input[type='range']::-moz-range-thumb {
      forced-color-adjust: none;
      border-color: Canvas !important;
      background: ButtonText !important;
    }
    button.switch {
      forced-color-adjust: none;
      outline: 1px solid ButtonText;
      background: ButtonFace !important;
    }
    button.switch::after {
      background: ButtonText !important;
    }
    button.switch[aria-checked='true'] {
      background: Highlight !important;
    }
    button.switch[aria-checked='true']::after {
      background: HighlightText !important;
    }
    progress {
      forced-color-adjust: none;
    }
    :focus-visible {
      outline-color: Highlight !important;
    }
  }
`;

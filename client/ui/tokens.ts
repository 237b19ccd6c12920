import { css } from 'lit';

/** Colours, sizes and type of the whole interface; custom properties cross shadow roots. */
export const tokens = css`
  :host {
    --ground: #06070c;
    --surface: rgb(15 17 26 / 0.82);
    --surface-raised: rgb(27 30 44 / 0.9);
    --line: rgb(255 255 255 / 0.09);
    --line-strong: rgb(255 255 255 / 0.2);
    --text: #eceef6;
    --text-soft: #a9afc3;
    --accent: #9db8ff;
    --accent-strong: #c3d3ff;
    --warm: #ffc48a;
    --danger: #ff9b9b;
    --good: #7ee2a8;
    /* One hue for each realm: its tab, its sliders and its place in the map of links. */
    --hue-physics: #ffb784;
    --hue-music: #cdb0ff;
    --hue-audio: #7fdccb;
    --hue-visualization: #9db8ff;
    --hue-coupling: #e8d9b0;
    --hue-things: #ffb784;
    --hue-mixer: #7fdccb;
    --well: rgb(0 0 0 / 0.3);
    --track: rgb(255 255 255 / 0.13);
    --radius: 12px;
    --radius-small: 8px;
    --shadow: 0 12px 40px rgb(0 0 0 / 0.45);
    font-family: 'Inter Variable', system-ui, sans-serif;
    font-size: 14px;
    line-height: 1.45;
    color: var(--text);
    font-feature-settings: 'cv05', 'ss03';
  }
`;

/** What every component begins with. */
export const base = css`
  * {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 36px;
    padding: 0 12px;
    border: 1px solid transparent;
    border-radius: var(--radius-small);
    background: none;
    cursor: pointer;
    transition:
      background 0.15s,
      border-color 0.15s;
  }
  button:hover:not(:disabled) {
    background: rgb(255 255 255 / 0.08);
  }
  button:disabled {
    opacity: 0.4;
    cursor: default;
  }
  button.icon {
    width: 36px;
    padding: 0;
  }
  button.outlined {
    border-color: var(--line-strong);
  }
  button.primary {
    background: var(--accent);
    color: #0a0d18;
    font-weight: 600;
  }
  button.primary:hover:not(:disabled) {
    background: var(--accent-strong);
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  a {
    color: inherit;
  }
  h1,
  h2,
  h3,
  p {
    margin: 0;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    button {
      min-height: 44px;
    }
    button.icon {
      width: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
`;

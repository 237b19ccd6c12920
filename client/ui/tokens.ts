import { css } from 'lit';
import { forcedColours } from './forced-colours.ts';
import { touched } from './screens.ts';
import { stillness } from './stillness.ts';

/**
 * Colours, sizes and fonts of the whole interface; custom properties cross shadow roots. `color-scheme` chooses between the light and the
 * dark of two colours wherever they are used, so that an island in the page can be dark (`darkIsland`).
 */
export const tokens = css`
  :host {
    --ground: light-dark(#f4f5fa, #06070c);
    /* Behind a universe, and on what is drawn like it: dark in every theme. */
    --stage: #06070c;
    --surface: light-dark(rgb(250 251 255 / 0.95), rgb(15 17 26 / var(--dense, 0.82)));
    --surface-raised: light-dark(rgb(255 255 255 / 0.97), rgb(27 30 44 / var(--dense, 0.9)));
    --card: light-dark(#ffffff, rgb(15 17 26 / 0.72));
    --menu: light-dark(#ffffff, #11131d);
    --box: light-dark(#ffffff, #191c29);
    --glass: light-dark(rgb(255 255 255 / 0.78), rgb(6 7 12 / 0.6));
    --glass-hover: light-dark(rgb(226 229 242 / 0.9), rgb(40 44 62 / 0.85));
    --scrim: light-dark(rgb(24 28 48 / 0.42), rgb(3 4 8 / 0.6));
    --line: light-dark(rgb(22 28 66 / 0.12), rgb(255 255 255 / 0.09));
    --line-strong: light-dark(rgb(22 28 66 / 0.24), rgb(255 255 255 / 0.2));
    --edge: light-dark(rgb(22 28 66 / 0.4), rgb(255 255 255 / 0.34));
    --faint: light-dark(rgb(22 28 66 / 0.035), rgb(255 255 255 / 0.04));
    --hover: light-dark(rgb(22 28 66 / 0.07), rgb(255 255 255 / 0.08));
    --pressed: light-dark(rgb(22 28 66 / 0.14), rgb(255 255 255 / 0.16));
    --well: light-dark(rgb(22 28 66 / 0.06), rgb(0 0 0 / 0.3));
    --track: light-dark(rgb(22 28 66 / 0.17), rgb(255 255 255 / 0.13));
    --text: light-dark(#161927, #eceef6);
    --text-soft: light-dark(#545b72, #a9afc3);
    /* On the colours of users, which are light in every theme. */
    --ink: #0a0d18;
    --face: light-dark(#d5d9e6, #444a5c);
    --accent: light-dark(#3554c8, #9db8ff);
    --accent-strong: light-dark(#2743ae, #c3d3ff);
    --on-accent: light-dark(#ffffff, #0a0d18);
    --warm: light-dark(#9a5200, #ffc48a);
    --danger: light-dark(#b3243b, #ff9b9b);
    --danger-ground: light-dark(#fdeef0, rgb(40 18 26 / 0.5));
    --good: light-dark(#0f7447, #7ee2a8);
    --heart: light-dark(#c2255c, #ff9db6);
    /* Attraction and repulsion between species. */
    --drawn: light-dark(#58c28f, #2f8f63);
    --shy: light-dark(#ea8b95, #b04a55);
    --sky-one: light-dark(rgb(112 134 255 / 0.2), rgb(64 78 160 / 0.25));
    --sky-two: light-dark(rgb(236 132 200 / 0.16), rgb(140 70 130 / 0.15));
    /* The hue of each realm: its tab, its sliders and its place on the map of links. */
    --hue-physics: light-dark(#ad4c08, #ffb784);
    --hue-music: light-dark(#7546c9, #cdb0ff);
    --hue-audio: light-dark(#0d7466, #7fdccb);
    --hue-visualization: light-dark(#3554c8, #9db8ff);
    --hue-coupling: light-dark(#8c6100, #e8d9b0);
    --hue-history: light-dark(#6a4bc4, #c7b8ff);
    --radius: 12px;
    --radius-small: 8px;
    --shadow: 0 12px 40px light-dark(rgb(28 34 74 / 0.16), rgb(0 0 0 / 0.45));
    font-family: 'Inter Variable', system-ui, sans-serif;
    font-size: 14px;
    line-height: 1.45;
    color: var(--text);
    font-feature-settings: 'cv05', 'ss03';
  }
`;

/** Makes what lies on the stage without a background of its own dark in every theme. */
export const darkIsland = css`
  color-scheme: dark;
  color: var(--text);
`;

/** Hides an element, but not from screen readers. */
export const unseen = css`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

const rules = css`
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
    background: var(--hover);
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
    color: var(--on-accent);
    font-weight: 600;
  }
  button.primary:hover:not(:disabled) {
    background: var(--accent-strong);
  }
  button.danger {
    border-color: color-mix(in oklab, var(--danger) 50%, transparent);
    color: var(--danger);
  }
  button.danger:hover:not(:disabled) {
    background: color-mix(in oklab, var(--danger) 12%, transparent);
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
  /* Cut off at its own end, on either side. */
  bdi {
    display: inline-block;
    max-width: 100%;
    overflow-x: clip;
    text-overflow: ellipsis;
    text-decoration: inherit;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .unseen {
    ${unseen}
  }
  @media ${touched} {
    button {
      min-height: 44px;
    }
    button.icon {
      width: 44px;
    }
  }
`;

/** The styles that every component begins with. */
export const base = [rules, stillness, forcedColours];

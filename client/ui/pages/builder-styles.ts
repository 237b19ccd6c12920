import { css } from 'lit';
import { countBadge } from '../parts/count-badge.ts';
import { darkIsland } from '../tokens.ts';

/** Where things float above the stage: a slim dock on a desk, a sheet from below on a phone. */
export const builderStyles = css`
  :host {
    position: fixed;
    inset: 0;
    display: block;
    overflow: hidden;
    background: var(--stage);
    --tabs: 56px;
    --transport: 60px;
    --keys: 163px;
    --timeline: 158px;
  }
  ::slotted(*) {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  .top,
  .opening,
  hu-stage-overlay,
  hu-pin-catcher {
    ${darkIsland}
  }
  .top {
    position: absolute;
    top: 0;
    left: 0;
    right: 0;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 12px 16px;
    isolation: isolate;
    text-shadow: 0 1px 6px rgb(0 0 0 / 0.7);
    pointer-events: none;
  }
  /* Shade for the words: it ends nowhere, so that no bar lies on a bright scene. */
  .top::before {
    content: '';
    position: absolute;
    z-index: -1;
    inset: 0 0 -40px;
    background: linear-gradient(
      to bottom,
      rgb(4 5 9 / 0.78),
      rgb(4 5 9 / 0.62) 25%,
      rgb(4 5 9 / 0.3) 58%,
      rgb(4 5 9 / 0.08) 82%,
      transparent
    );
  }
  /* Who is here lies above all else while one looks. */
  .top:has(hu-presence[open]) {
    z-index: 2;
  }
  .top > * {
    pointer-events: auto;
  }
  .home {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: var(--radius-small);
  }
  .home:hover {
    background: var(--hover);
  }
  hu-universe-title {
    flex: 1;
  }
  .narrow {
    display: none;
  }
  .talk {
    position: relative;
  }
  .talk[aria-pressed='true'] {
    background: var(--pressed);
  }
  .talk b {
    position: absolute;
    top: 0;
    left: 50%;
    ${countBadge}
    background: var(--accent);
  }
  .tabs {
    position: absolute;
    top: 76px;
    right: 12px;
    display: flex;
    flex-direction: column;
    gap: 4px;
    padding: 5px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--surface);
    backdrop-filter: blur(18px);
  }
  .tabs button {
    width: 58px;
    min-height: 52px;
    flex-direction: column;
    gap: 3px;
    padding: 0;
    font-size: 10.5px;
    color: var(--text-soft);
  }
  .tabs button:hover {
    color: var(--text);
  }
  .tabs button[aria-pressed='true'] {
    background: color-mix(in oklab, var(--accent) 16%, transparent);
    color: var(--text);
  }
  .tabs button[aria-pressed='true'] svg {
    color: var(--accent);
  }
  .panel {
    position: absolute;
    top: 76px;
    bottom: 24px;
    right: 92px;
    width: 304px;
    display: flex;
    flex-direction: column;
    pointer-events: none;
  }
  hu-panel-frame {
    max-height: 100%;
    pointer-events: auto;
  }
  hu-play-keys,
  hu-timeline {
    position: absolute;
    bottom: 84px;
    left: 50%;
    width: min(600px, calc(100vw - 32px));
    translate: -50% 0;
  }
  hu-timeline {
    width: min(760px, calc(100vw - 32px));
  }
  /* In the middle of what a panel leaves free. */
  .panel ~ hu-timeline {
    left: calc((100vw - 408px) / 2);
    width: min(760px, calc(100vw - 440px));
  }
  hu-transport {
    position: absolute;
    bottom: 18px;
    left: 50%;
    translate: -50% 0;
  }
  /* Beside the panel, where there is no room beneath it. */
  @media (min-width: 641px) and (max-width: 1560px) {
    .panel ~ hu-transport {
      left: calc((100vw - 412px) / 2);
    }
    .notice.quiet:has(~ .panel) {
      bottom: 84px;
    }
  }
  @media (max-width: 1420px) {
    .panel ~ hu-play-keys {
      left: 16px;
      width: min(600px, calc(100vw - 424px));
      translate: none;
    }
  }
  @media (max-width: 640px) {
    .top {
      gap: 2px;
      padding: max(8px, env(safe-area-inset-top)) 8px 8px;
    }
    .home {
      width: 44px;
      height: 44px;
    }
    .wide {
      display: none;
    }
    /* There is room for it before it is there. */
    .narrow {
      display: block;
      width: 44px;
      min-height: 44px;
    }
    button.share {
      width: 44px;
      padding: 0;
    }
    @media (max-width: 400px) {
      /* In the menu at the end. */
      hu-record-button:not([busy]) {
        display: none;
      }
    }
    button.share {
      border-color: transparent;
    }
    .tabs {
      top: auto;
      bottom: 0;
      left: 0;
      right: 0;
      height: calc(var(--tabs) + env(safe-area-inset-bottom));
      flex-direction: row;
      gap: 0;
      padding: 2px 6px env(safe-area-inset-bottom);
      border-width: 0;
      border-radius: 0;
    }
    .tabs button {
      flex: 1;
      width: auto;
      min-height: 48px;
      margin: 2px 0;
    }
    hu-transport {
      left: 0;
      right: 0;
      bottom: calc(var(--tabs) + env(safe-area-inset-bottom));
      height: var(--transport);
      translate: none;
    }
    :is(hu-play-keys, hu-timeline),
    .panel ~ :is(hu-play-keys, hu-timeline) {
      left: 0;
      right: 0;
      bottom: calc(var(--tabs) + var(--transport) + env(safe-area-inset-bottom));
      width: auto;
      translate: none;
    }
    .panel:has(~ hu-play-keys) {
      margin-bottom: var(--keys);
    }
    .panel:has(~ hu-timeline) {
      margin-bottom: var(--timeline);
    }
    .panel {
      top: 58px;
      left: 0;
      right: 0;
      bottom: calc(var(--tabs) + var(--transport) + env(safe-area-inset-bottom));
      width: auto;
      justify-content: flex-end;
    }
    .notice {
      top: 60px;
    }
    .notice ~ hu-together {
      --banner: 116px;
    }
    .notice.quiet {
      top: 60px;
      bottom: auto;
      left: 50%;
      translate: -50% 0;
      text-align: center;
    }
  }
`;

import { css } from 'lit';

/** Where things float above the stage: a slim dock on a desk, a sheet from below on a phone. */
export const builderStyles = css`
  :host {
    position: fixed;
    inset: 0;
    display: block;
    overflow: hidden;
    background: var(--ground);
    --tabs: 56px;
    --transport: 60px;
    --keys: 163px;
  }
  ::slotted(*) {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
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
    background: rgb(255 255 255 / 0.08);
  }
  hu-universe-title {
    flex: 1;
  }
  .opening {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 22px;
    color: var(--text-soft);
    pointer-events: none;
  }
  .opening i {
    width: 64px;
    height: 64px;
    border: 1px solid var(--line-strong);
    border-radius: 50%;
    animation: turn 1.8s linear infinite;
  }
  .opening i::before {
    content: '';
    display: block;
    width: 8px;
    height: 8px;
    margin: -4px auto 0;
    border-radius: 50%;
    background: var(--accent);
    box-shadow: 0 0 14px var(--accent);
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  .notice {
    position: absolute;
    top: 64px;
    left: 50%;
    translate: -50% 0;
    width: max-content;
    max-width: min(560px, calc(100vw - 32px));
    padding: 8px 14px;
    border: 1px solid var(--line-strong);
    border-radius: 10px;
    background: var(--surface-raised);
    backdrop-filter: blur(14px);
    font-size: 13px;
    text-align: center;
    text-wrap: balance;
  }
  .notice a {
    color: var(--accent);
  }
  .notice.quiet {
    top: auto;
    bottom: 20px;
    left: 20px;
    translate: none;
    padding: 4px 10px;
    border-color: transparent;
    background: rgb(8 9 14 / 0.84);
    text-wrap: wrap;
    color: var(--text-soft);
    font-size: 12px;
    max-width: 240px;
    text-align: left;
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
  hu-play-keys {
    position: absolute;
    bottom: 84px;
    left: 50%;
    width: min(600px, calc(100vw - 32px));
    translate: -50% 0;
  }
  hu-transport {
    position: absolute;
    bottom: 18px;
    left: 50%;
    translate: -50% 0;
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
    button.remix,
    button.share {
      width: 44px;
      padding: 0;
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
    hu-play-keys,
    .panel ~ hu-play-keys {
      left: 0;
      right: 0;
      bottom: calc(var(--tabs) + var(--transport) + env(safe-area-inset-bottom));
      width: auto;
      translate: none;
    }
    .panel:has(~ hu-play-keys) {
      margin-bottom: var(--keys);
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
    .notice.quiet {
      top: 60px;
      bottom: auto;
      left: 50%;
      translate: -50% 0;
      text-align: center;
    }
  }
`;

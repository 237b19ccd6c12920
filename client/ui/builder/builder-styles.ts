import { css } from 'lit';
import { countBadge } from '../parts/count-badge.ts';
import { onScreens } from '../screens.ts';
import { darkIsland } from '../tokens.ts';
import { builderGrid } from './builder-grid.ts';

/** Styles of what floats above the stage. The grid places it. */
const parts = css`
  .opening,
  .top,
  hu-stage-overlay,
  .scene > * {
    ${darkIsland}
  }
  .top {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 12px 16px;
    isolation: isolate;
    text-shadow: 0 1px 6px rgb(0 0 0 / 0.7);
    pointer-events: none;
  }
  /* A shade behind the texts. It fades out without an edge, so that no bar is visible on a bright scene. */
  .top::before {
    content: '';
    position: absolute;
    z-index: -1;
    inset: 0 0 auto;
    height: 104px;
    background: linear-gradient(
      to bottom,
      rgb(4 5 9 / 0.78),
      rgb(4 5 9 / 0.62) 25%,
      rgb(4 5 9 / 0.3) 58%,
      rgb(4 5 9 / 0.08) 82%,
      transparent
    );
  }
  /* The open list of members is above everything else. */
  .top:has(hu-members-button[open]) {
    z-index: 2;
  }
  .top > * {
    pointer-events: auto;
  }
  .home {
    display: grid;
    flex: none;
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
  .comments {
    position: relative;
  }
  .comments[aria-pressed='true'] {
    background: var(--pressed);
  }
  .comments b {
    position: absolute;
    top: 0;
    left: 50%;
    ${countBadge}
    background: var(--accent);
  }
  .tabs {
    display: flex;
    flex-direction: column;
    gap: 4px;
    padding: 5px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--surface);
    backdrop-filter: var(--frost, blur(18px));
    will-change: backdrop-filter;
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
    display: flex;
    flex-direction: column;
    min-height: 0;
    pointer-events: none;
  }
  hu-panel-frame {
    max-height: 100%;
    pointer-events: auto;
  }
  @media ${onScreens('phone', 'low', 'tablet')} {
    .home {
      width: 44px;
      height: 44px;
    }
    .wide {
      display: none;
    }
    /* Reserves the space before the element is loaded. */
    .narrow {
      display: block;
      width: 44px;
      min-height: 44px;
    }
    button.share {
      width: 44px;
      padding: 0;
      border-color: transparent;
    }
  }
  @media ${onScreens('tablet')} {
    .top {
      gap: 4px;
      padding: 8px;
    }
  }
  @media ${onScreens('phone', 'low')} {
    .top {
      gap: 2px;
    }
    .tabs {
      gap: 0;
      border-width: 0;
      border-radius: 0;
    }
    .tabs button {
      flex: 1;
      width: auto;
      min-height: 0;
    }
  }
  @media ${onScreens('phone')} {
    .top {
      padding: max(8px, env(safe-area-inset-top)) 8px 6px;
    }
    .tabs {
      flex-direction: row;
      height: calc(56px + env(safe-area-inset-bottom));
      padding: 4px 6px calc(4px + env(safe-area-inset-bottom));
    }
    @media (width <= 400px) {
      /* Moved to the menu at the end of the bar. */
      hu-record-button:not([busy]) {
        display: none;
      }
    }
  }
  @media ${onScreens('low')} {
    .top {
      padding: env(safe-area-inset-top) calc(4px + env(safe-area-inset-right)) 0 calc(4px + env(safe-area-inset-left));
    }
    .top::before {
      height: 72px;
    }
    .tabs {
      width: calc(60px + env(safe-area-inset-right));
      padding: 2px calc(4px + env(safe-area-inset-right)) calc(2px + env(safe-area-inset-bottom)) 4px;
      border-width: 1px 0 0 1px;
      border-radius: 12px 0 0;
      overflow-y: auto;
      scrollbar-width: none;
    }
    .tabs button {
      min-height: 34px;
      gap: 1px;
      line-height: 1.2;
    }
    /* Hides the labels before the icons get smaller. */
    @media (height < 350px) {
      .tabs span {
        display: none;
      }
    }
  }
`;

export const builderStyles = [builderGrid, parts];

import { css } from 'lit';
import { onScreens, touched } from '../screens.ts';

/** Styles of the timeline, a strip above the transport. */
export const storyboardStyles = css`
  :host {
    --accent: var(--hue-coupling);
    --strip-width: 760px;
  }
  .bar,
  .foot {
    display: flex;
    align-items: center;
    gap: 4px;
    min-height: 34px;
    font-size: 13px;
  }
  .bar button,
  .foot button {
    min-height: 32px;
  }
  .bar button.icon,
  .foot button.icon {
    width: 32px;
  }
  button[aria-pressed='true'],
  button[aria-expanded='true'] {
    background: color-mix(in oklab, var(--accent) 18%, transparent);
    color: var(--accent);
  }
  .time {
    flex: none;
    padding: 0 6px;
    color: var(--text-soft);
    white-space: nowrap;
  }
  .time b {
    color: var(--text);
    font-weight: 600;
  }
  input.title {
    flex: 1;
    min-width: 0;
    height: 30px;
    padding: 0 8px;
    border: 1px solid transparent;
    border-radius: var(--radius-small);
    background: none;
    font-weight: 600;
    text-overflow: ellipsis;
  }
  input.title:hover:enabled,
  input.title:focus {
    border-color: var(--line-strong);
  }
  .foot {
    margin-top: 4px;
  }
  .bar .words,
  .foot .words {
    flex: 1;
    min-width: 0;
    padding: 0 6px;
    overflow: hidden;
    color: var(--text-soft);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .length {
    display: flex;
    flex: none;
    align-items: center;
    gap: 6px;
    padding-right: 6px;
    color: var(--text-soft);
  }
  .empty {
    padding: 6px 10px 10px;
    color: var(--text-soft);
    font-size: 13px;
    text-wrap: pretty;
  }
  .empty .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 10px;
  }
  @media ${onScreens('phone', 'low')} {
    :host {
      container-type: inline-size;
    }
    .time .all {
      display: none;
    }
    /* There is room for only one of them. */
    hu-saved-storyboards ~ :is(hu-section-strip, hu-timeline-track, hu-point-editor, .foot) {
      display: none;
    }
    /* The playhead shows the time as well. */
    @container (width <= 350px) {
      .bar input.title {
        min-width: 56px;
      }
      .bar .time:has(~ input) {
        display: none;
      }
    }
    .foot .words {
      white-space: normal;
      font-size: 12px;
      line-height: 1.3;
      max-height: 2.6em;
    }
  }
  @media ${onScreens('low')} {
    .empty {
      padding: 0 6px 6px;
    }
    .empty .acts {
      margin-top: 6px;
    }
    .foot {
      margin-top: 0;
    }
  }
  @media ${touched} {
    .bar button,
    .foot button {
      min-height: 40px;
    }
    .bar button.icon,
    .foot button.icon {
      width: 40px;
    }
  }
`;

import { css } from 'lit';
import { onScreens, touched } from '../screens.ts';

/** Styles of two rows of keys above the transport. */
export const keysStyles = css`
  :host {
    --accent: var(--hue-music);
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-bottom: 6px;
    font-size: 12px;
    color: var(--text-soft);
  }
  .bar .words {
    flex: 1;
    min-width: 0;
    padding-left: 6px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bar button {
    min-height: 30px;
    color: var(--text);
  }
  .bar button.icon {
    width: 30px;
  }
  .octave {
    min-width: 52px;
    text-align: center;
  }
  .row {
    display: flex;
    gap: 4px;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
  }
  .row + .row {
    margin-top: 4px;
  }
  .row.lower {
    padding-left: 10px;
  }
  .row.upper {
    padding-right: 10px;
  }
  .pad {
    position: relative;
    flex: 1;
    min-width: 0;
    height: 52px;
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    align-items: center;
    padding: 5px 0 6px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--faint);
    cursor: pointer;
  }
  .pad.tonic {
    border-color: color-mix(in oklab, var(--accent) 50%, transparent);
  }
  .pad b {
    font-size: 13px;
    font-weight: 600;
  }
  .pad kbd {
    font: inherit;
    font-size: 10.5px;
    color: var(--text-soft);
  }
  .pad.sounding {
    background: color-mix(in oklab, var(--accent) 30%, transparent);
  }
  .pad.pressed {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
    translate: 0 1px;
  }
  .pad.pressed kbd {
    color: inherit;
  }
  @container (width <= 480px) {
    .bar {
      justify-content: flex-end;
    }
    .bar .words {
      display: none;
    }
    .bar .connect {
      margin-left: auto;
    }
  }
  @media ${onScreens('low')} {
    .bar {
      margin-bottom: 2px;
    }
    .pad {
      height: 42px;
    }
  }
  @media ${onScreens('phone', 'low')} {
    :host {
      container-type: inline-size;
    }
    .bar button,
    .bar button.icon {
      min-height: 36px;
    }
    .bar button.icon {
      width: 36px;
    }
    .row {
      gap: 3px;
    }
    .row.lower,
    .row.upper {
      padding: 0;
    }
  }
  @media ${touched} {
    .pad kbd {
      display: none;
    }
    .pad {
      justify-content: flex-end;
    }
  }
`;

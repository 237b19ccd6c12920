import { css } from 'lit';
import { onScreens, touched } from '../screens.ts';

export const trackStyles = css`
  :host {
    display: block;
    padding: 0 12px;
    user-select: none;
    -webkit-user-select: none;
  }
  .track {
    position: relative;
    height: 54px;
    touch-action: none;
    cursor: pointer;
  }
  .tick {
    position: absolute;
    top: 0;
    translate: -50% 0;
    color: var(--text-soft);
    font-size: 10.5px;
    line-height: 14px;
    pointer-events: none;
  }
  .tick::after {
    content: '';
    position: absolute;
    top: 16px;
    left: 50%;
    height: 36px;
    border-left: 1px solid var(--line);
  }
  .lane {
    position: absolute;
    inset: 18px 0 0;
    border-radius: 6px;
    background: var(--well);
  }
  /* Above the points, so that none covers another. */
  hu-comment-marks {
    position: absolute;
    z-index: 1;
    inset: 0 0 auto;
    height: 24px;
    pointer-events: none;
  }
  .way {
    position: absolute;
    top: 50%;
    height: 0;
    border-top: 2px solid color-mix(in oklab, var(--accent) 60%, transparent);
    pointer-events: none;
  }
  .way.cut {
    border-top-color: var(--line-strong);
    border-top-style: dashed;
  }
  .way.on-the-beat {
    border-top: 3px dotted color-mix(in oklab, var(--hue-music) 75%, transparent);
  }
  .way.eased {
    height: 6px;
    margin-top: -3px;
    border: 0;
    border-radius: 3px;
    background: linear-gradient(to right, transparent, color-mix(in oklab, var(--accent) 70%, transparent) 50%, transparent);
  }
  .way.wraps {
    opacity: 0.5;
  }
  button.point {
    position: absolute;
    top: 50%;
    width: 28px;
    height: 36px;
    min-height: 0;
    padding: 0;
    translate: -50% -50%;
    cursor: ew-resize;
  }
  button.point:hover:not(:disabled) {
    background: none;
  }
  button.point::before {
    content: '';
    width: 13px;
    height: 13px;
    rotate: 45deg;
    border: 2px solid var(--menu);
    border-radius: 3px;
    background: var(--text);
    transition: scale 0.12s;
  }
  button.point:hover::before,
  button.point:focus-visible::before {
    scale: 1.2;
  }
  button.point[aria-pressed='true']::before {
    background: var(--accent);
    box-shadow: 0 0 0 2px var(--accent);
  }
  button.point:disabled {
    opacity: 1;
  }
  .head {
    position: absolute;
    top: 10px;
    bottom: 0;
    width: 0;
    border-left: 2px solid var(--accent);
    pointer-events: none;
  }
  .head::before {
    content: '';
    position: absolute;
    top: -2px;
    left: -6px;
    border: 5px solid transparent;
    border-top: 7px solid var(--accent);
  }
  @media ${onScreens('low')} {
    .track {
      height: 46px;
    }
  }
  @media ${touched} {
    button.point {
      width: 40px;
      height: 36px;
      min-height: 0;
    }
  }
`;

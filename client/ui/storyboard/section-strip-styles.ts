import { css } from 'lit';
import { onScreens } from '../screens.ts';

/** Styles of the sections of a movement, over the ruler of the storyboard and as wide as it. */
export const sectionStripStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    font-size: 12px;
    user-select: none;
    -webkit-user-select: none;
  }
  .strip {
    padding: 0 12px 6px;
  }
  .caption {
    display: flex;
    gap: 0 8px;
    line-height: 18px;
    color: var(--text-soft);
    white-space: nowrap;
  }
  .caption b {
    font-weight: 600;
    color: var(--text);
  }
  .next {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .movement {
    position: relative;
    display: flex;
    gap: 3px;
  }
  .section {
    flex: 0 1 0;
    min-width: 0;
  }
  .phrases {
    display: flex;
    gap: 1px;
    height: 26px;
    border-radius: 4px;
    background: var(--well);
    overflow: hidden;
  }
  .phrase {
    position: relative;
    flex: 1;
  }
  i {
    position: absolute;
    inset: auto 0 0;
    height: max(3px, calc(var(--height) * 100%));
    background: color-mix(in oklab, var(--hue-music) 34%, transparent);
  }
  .phrase.over i {
    background: color-mix(in oklab, var(--hue-music) 62%, transparent);
  }
  .phrase.present i {
    background: var(--hue-music);
  }
  /* An outline of what was planned. */
  .phrase.left-out i {
    border: 1px dashed var(--edge);
    background: none;
  }
  .name {
    display: block;
    overflow: hidden;
    color: var(--text-soft);
    font-size: 10.5px;
    line-height: 15px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .section.present .name {
    color: var(--hue-music);
    font-weight: 600;
  }
  .section.next .name {
    color: var(--text);
  }
  .head {
    position: absolute;
    top: -2px;
    height: 30px;
    width: 0;
    margin-left: -1px;
    border-left: 2px solid var(--text);
    pointer-events: none;
  }
  /* There the caption alone names them. */
  @container (width <= 520px) {
    .name {
      display: none;
    }
  }
  @media ${onScreens('low')} {
    .name,
    .caption {
      display: none;
    }
    .phrases {
      height: 14px;
    }
    .head {
      height: 18px;
    }
  }
`;

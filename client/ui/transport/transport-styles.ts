import { css } from 'lit';
import { onScreens } from '../screens.ts';
import { unseen } from '../tokens.ts';

export const transportStyles = css`
  :host {
    display: flex;
    align-items: center;
    gap: 14px;
    padding: 6px 8px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--surface);
    backdrop-filter: var(--frost, blur(22px) saturate(1.2));
    will-change: backdrop-filter;
    box-shadow: var(--shadow);
  }
  .buttons {
    display: flex;
    gap: 2px;
    margin-right: -4px;
  }
  .play {
    background: var(--hover);
  }
  .play svg {
    fill: currentColor;
  }
  .read {
    display: flex;
    flex-direction: column;
    line-height: 1.2;
  }
  .read b {
    font-weight: 600;
    white-space: nowrap;
  }
  .read span {
    font-size: 11px;
    color: var(--text-soft);
    white-space: nowrap;
  }
  .tempo {
    min-width: 42px;
    align-items: flex-start;
    gap: 0;
    padding: 0 6px;
  }
  button.tempo:active {
    background: color-mix(in oklab, var(--hue-music) 30%, transparent);
  }
  :is(.keys, .history)[aria-pressed='true'] {
    background: color-mix(in oklab, var(--hue-music) 22%, transparent);
    color: var(--hue-music);
  }
  .listening {
    color: var(--danger);
    animation: listen 1.2s ease-in-out infinite alternate;
  }
  @keyframes listen {
    to {
      opacity: 0.5;
    }
  }
  .key {
    min-width: 84px;
  }
  .wide {
    min-width: 58px;
  }
  .beats {
    display: flex;
    gap: 5px;
  }
  .beats i {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: color-mix(in oklab, var(--hue-music) calc(var(--light, 0) * 100%), var(--pressed));
    box-shadow: 0 0 calc(10px * var(--light, 0)) var(--hue-music);
  }
  .beats i:first-child {
    border-radius: 2px;
  }
  button.sound {
    white-space: nowrap;
    box-shadow: 0 0 24px color-mix(in oklab, var(--accent) 35%, transparent);
    animation: call 2.4s ease-in-out infinite alternate;
  }
  @keyframes call {
    to {
      box-shadow: 0 0 36px color-mix(in oklab, var(--accent) 60%, transparent);
    }
  }
  .heard,
  .silent {
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 138px;
  }
  .silent {
    gap: 8px;
    padding: 0 8px;
    font-size: 13px;
    color: var(--text-soft);
  }
  .meter {
    position: relative;
    flex: 1;
    height: 6px;
    margin-right: 8px;
    border-radius: 3px;
    background: var(--track);
    overflow: hidden;
  }
  .meter i {
    display: block;
    height: 100%;
    background: linear-gradient(to right, var(--hue-audio) 62%, var(--warm) 86%, var(--danger));
    clip-path: inset(0 calc((1 - var(--level, 0)) * 100%) 0 0);
    transition: clip-path 0.08s linear;
  }
  .meter b {
    position: absolute;
    top: 0;
    bottom: 0;
    left: calc(var(--peak, 0) * 100% - 2px);
    width: 2px;
    background: var(--text);
  }
  .sound i {
    font-style: normal;
  }
  @media (width <= 1320px) {
    .wide {
      display: none;
    }
  }
  /* A panel takes 400 px, and the section has come back. */
  @media (1160px < width <= 1210px) and (height > 540px) {
    .beats {
      display: none;
    }
  }
  @media ${onScreens('tablet')} {
    :host {
      gap: 10px;
    }
    .heard {
      min-width: 110px;
    }
    @media (width <= 880px) {
      .beats,
      .meter {
        display: none;
      }
      .heard {
        min-width: 0;
      }
    }
  }
  /* A bar from edge to edge of its area: its own width decides what it shows. */
  @media ${onScreens('phone', 'low')} {
    :host {
      container-type: inline-size;
      gap: 10px;
      border-width: 1px 0 0;
      border-radius: 0;
      box-shadow: none;
    }
    .history,
    .wide {
      display: none;
    }
    .tempo {
      margin: 0 -6px;
    }
    .beats {
      gap: 4px;
    }
    .beats i {
      width: 6px;
      height: 6px;
    }
    .key {
      flex: 1;
      min-width: 0;
      overflow: hidden;
    }
    .key span {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .sound,
    .heard,
    .silent {
      flex: none;
      margin-left: auto;
    }
    .heard {
      min-width: 0;
      width: 96px;
    }
    .silent span {
      display: none;
    }
    .silent {
      min-width: 0;
    }
    .listening {
      margin-left: auto;
    }
    .listening ~ :is(.sound, .heard, .silent) {
      margin-left: 0;
    }
    @container (width <= 600px) {
      .sound i {
        display: none;
      }
      .sound span {
        text-transform: capitalize;
      }
      .beats,
      .key:has(~ :is(.listening, .heard)) {
        display: none;
      }
    }
  }
  @media ${onScreens('phone')} {
    :host {
      height: 60px;
    }
    @container (width <= 480px) {
      /* Shown in the menu above instead. */
      .roomy {
        display: none;
      }
    }
    @container (width <= 380px) {
      .key {
        display: none;
      }
    }
    @container (width <= 340px) {
      .tempo {
        display: none;
      }
    }
  }
  @media ${onScreens('low')} {
    :host {
      height: calc(48px + env(safe-area-inset-bottom));
      gap: 6px;
      padding: 1px 4px env(safe-area-inset-bottom) calc(4px + env(safe-area-inset-left));
      border-right-width: 1px;
      border-top-right-radius: 12px;
    }
    .buttons {
      gap: 0;
    }
    @container (width <= 480px) {
      .key,
      .beats {
        display: none;
      }
      .sound {
        width: 44px;
        padding: 0;
      }
      .sound span {
        ${unseen}
      }
      .heard {
        width: auto;
      }
      .meter {
        display: none;
      }
    }
    @container (width <= 400px) {
      .tempo {
        display: none;
      }
    }
    @container (width < 312px) {
      /* Shown in the menu above instead. */
      .keys {
        display: none;
      }
    }
  }
`;

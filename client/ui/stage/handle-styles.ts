import { css } from 'lit';
import { touched } from '../screens.ts';

/** Styles of the handles of emitters and wells, and of the cursors of other members. */
export const handleStyles = css`
  :host {
    position: absolute;
    inset: 0;
    overflow: hidden;
    pointer-events: none;
  }
  .mark {
    position: absolute;
    left: 0;
    top: 0;
    will-change: transform;
  }
  button.handle {
    position: absolute;
    translate: -50% -50%;
    width: 36px;
    min-height: 36px;
    height: 36px;
    padding: 0;
    border-radius: 50%;
    pointer-events: auto;
    touch-action: none;
    cursor: grab;
    opacity: 0.8;
    color: white;
    filter: drop-shadow(0 0 2px rgb(0 0 0)) drop-shadow(0 0 5px rgb(0 0 0 / 0.8));
  }
  button.handle::before {
    content: '';
    width: 12px;
    height: 12px;
    border: 1.5px solid currentColor;
    border-radius: 50%;
    scale: var(--swell, 1);
  }
  button.handle.emitter::before {
    border-radius: 2px;
    rotate: 45deg;
    width: 9px;
    height: 9px;
  }
  /* Points from a handle that was moved aside to its true position. */
  .tether {
    position: absolute;
    width: var(--length);
    height: 0;
    border-top: 1.5px solid rgb(255 255 255 / 0.55);
    transform-origin: 0 0;
    rotate: var(--angle);
    pointer-events: none;
  }
  .mark.covered > * {
    visibility: hidden;
  }
  button.handle:hover,
  button.handle:focus-visible {
    opacity: 1;
  }
  button.handle.selected {
    opacity: 1;
    color: var(--warm);
    background: radial-gradient(rgb(255 196 138 / 0.25), transparent 68%);
  }
  button.handle.fixed {
    cursor: pointer;
  }
  button.handle span {
    position: absolute;
    top: calc(50% + 14px);
    padding: 1px 7px;
    border-radius: 7px;
    background: rgb(8 9 14 / 0.75);
    font-size: 11px;
    line-height: 16px;
    white-space: nowrap;
    opacity: 0;
    pointer-events: none;
  }
  button.handle:hover span,
  button.handle:focus-visible span,
  button.handle.selected span {
    opacity: 1;
  }
  @media ${touched} {
    button.handle {
      width: 44px;
      height: 44px;
    }
  }
  button.handle:active {
    cursor: grabbing;
  }
  button.handle.peers {
    opacity: 1;
    color: var(--peer);
  }
  button.handle.peers::after {
    content: '';
    position: absolute;
    inset: 5px;
    border: 1.5px dashed var(--peer);
    border-radius: 50%;
  }
  button.handle span.who {
    top: auto;
    bottom: calc(50% + 14px);
    background: var(--peer);
    color: var(--ink);
    font-weight: 600;
    opacity: 1;
  }
  .player {
    position: absolute;
    translate: -50% -50%;
    width: 30px;
    height: 30px;
    border: 2px solid var(--warm);
    border-radius: 50%;
    box-shadow: 0 0 0 2px rgb(0 0 0 / 0.5);
  }
  .cursor svg {
    display: block;
  }
  .cursor span {
    display: inline-block;
    margin: 2px 0 0 12px;
    padding: 1px 7px;
    border-radius: 8px;
    font-size: 11px;
    color: var(--ink);
    font-weight: 600;
    white-space: nowrap;
  }
  .cursor {
    filter: drop-shadow(0 1px 4px rgb(0 0 0 / 0.5));
  }
`;

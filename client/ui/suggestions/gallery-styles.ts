import { css } from 'lit';

/** Styles of the gallery of suggestions. */
export const galleryTileStyles = css`
  :host {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 6px;
    margin: 0 -8px;
    padding: 2px 0;
  }
  button {
    position: relative;
    display: block;
    width: 100%;
    min-height: 0;
    padding: 0;
    border: 0;
    border-radius: 9px;
    aspect-ratio: 16 / 10;
    background: var(--stage);
    overflow: hidden;
    touch-action: manipulation;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
  }
  button:hover:not(:disabled) {
    background: var(--stage);
  }
  /* Over the picture, which would hide a border. */
  button::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 1px solid rgb(255 255 255 / 0.14);
    border-radius: inherit;
    transition: border-color 0.15s;
  }
  button:hover:not([aria-disabled='true'])::after {
    border: 2px solid rgb(255 255 255 / 0.6);
  }
  button.middle::after {
    border: 2px solid var(--accent);
  }
  button.heard::after {
    border: 2px solid var(--warm);
  }
  canvas {
    display: block;
    width: 100%;
    height: 100%;
    transition: opacity 0.35s;
  }
  button[aria-disabled='true'] {
    cursor: default;
  }
  button[aria-disabled='true'] canvas {
    opacity: 0.16;
  }
  button.awaited::before {
    content: '';
    position: absolute;
    inset: 0;
    background: linear-gradient(100deg, transparent 30%, rgb(255 255 255 / 0.09) 50%, transparent 70%) 0 0 / 240% 100%;
    animation: pass 1.6s linear infinite;
  }
  @keyframes pass {
    from {
      background-position: 150% 0;
    }
    to {
      background-position: -90% 0;
    }
  }
  .sign {
    position: absolute;
    left: 5px;
    bottom: 4px;
    padding: 0 5px;
    border-radius: 6px;
    background: rgb(6 7 12 / 0.66);
    color: #eceef6;
    font-size: 10px;
    line-height: 15px;
  }
  .sign svg {
    display: block;
    margin: 2px 0;
  }
`;

import { css } from 'lit';
import { onScreens } from '../../screens.ts';

export const maskStyles = css`
  :host {
    display: block;
    padding: 4px 0 8px;
  }
  .name {
    display: flex;
    align-items: center;
    min-height: 26px;
    color: var(--text-soft);
  }
  .work {
    display: flex;
    gap: 10px;
  }
  .paper {
    flex: none;
    width: 148px;
    height: 148px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--stage);
    image-rendering: pixelated;
    touch-action: none;
    cursor: crosshair;
  }
  .paper.over {
    border-color: var(--accent);
    outline: 2px solid var(--accent);
  }
  .figures {
    flex: 1;
    display: grid;
    grid-template-columns: repeat(2, 1fr);
    gap: 4px;
    align-content: start;
  }
  .figures button {
    min-height: 46px;
    padding: 0;
    border-color: var(--line);
  }
  .figures button[aria-pressed='true'] {
    border-color: var(--accent);
    background: color-mix(in oklab, var(--accent) 16%, transparent);
  }
  .figures canvas {
    width: 30px;
    height: 30px;
    image-rendering: pixelated;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-top: 8px;
  }
  .tools button {
    flex: 1;
    padding: 0 8px;
    font-size: 13px;
    white-space: nowrap;
  }
  .refusal {
    margin-top: 6px;
    font-size: 13px;
    color: var(--danger);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .note {
    margin-top: 6px;
    font-size: 12px;
    color: var(--text-soft);
    text-wrap: pretty;
  }
  @media ${onScreens('phone', 'low')} {
    .paper {
      width: 200px;
      height: 200px;
    }
    .figures button {
      min-height: 60px;
    }
    .figures canvas {
      width: 38px;
      height: 38px;
    }
  }
`;

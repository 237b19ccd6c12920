import { css } from 'lit';
import { onScreens, touched } from '../../screens.ts';

/** Styles of the matrix of affinities. `--amount` is the size of a cell's value, 0..1. */
export const matrixStyles = css`
  :host {
    display: block;
    margin: 2px 0 8px;
  }
  .legend {
    margin-bottom: 8px;
    font-size: 12px;
    color: var(--text-soft);
    text-wrap: pretty;
  }
  .grid {
    display: grid;
    grid-template-columns: 26px repeat(6, minmax(0, 1fr));
    gap: 3px;
    align-items: center;
    justify-items: stretch;
  }
  [role='row'] {
    display: contents;
  }
  .kind {
    display: grid;
    place-items: center;
    justify-self: center;
    width: 22px;
    height: 22px;
    border-radius: 50%;
    font-size: 11px;
    font-weight: 700;
  }
  .kind.absent {
    outline: 1px dashed var(--edge);
    outline-offset: 1px;
    filter: saturate(0.6);
  }
  .cell {
    position: relative;
    display: grid;
    place-items: center;
    height: 36px;
    border-radius: 7px;
    background: var(--well);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    cursor: ns-resize;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
  }
  .cell.drawn {
    background: color-mix(in oklab, var(--drawn) calc(12% + var(--amount) * var(--depth, 68%)), var(--menu));
  }
  .cell.shy {
    background: color-mix(in oklab, var(--shy) calc(12% + var(--amount) * var(--depth, 68%)), var(--menu));
  }
  .cell.own {
    box-shadow: inset 0 0 0 1px var(--line-strong);
  }
  .cell:hover {
    box-shadow: inset 0 0 0 1px var(--text-soft);
  }
  .cell[aria-disabled='true'] {
    cursor: default;
  }
  .cell:focus-visible {
    outline-offset: 1px;
    z-index: 1;
  }
  /* Paler, to show that it has no effect yet, but not so deep that its soft text is unreadable. */
  .cell.unborn {
    --depth: 26%;
    color: var(--text-soft);
  }
  .says {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 34px;
    margin-top: 6px;
    font-size: 13px;
  }
  .says .touch {
    flex: none;
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--peer);
  }
  .says .number {
    margin-left: auto;
    color: var(--text-soft);
  }
  .asleep {
    display: flex;
    align-items: center;
    gap: 10px;
    margin: 4px 0 8px;
    padding: 8px 8px 8px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    font-size: 13px;
  }
  .asleep span {
    flex: 1;
    text-wrap: pretty;
  }
  .asleep button {
    flex: none;
    font-size: 13px;
  }
  .tools {
    display: flex;
    gap: 6px;
  }
  .tools button {
    flex: 1;
    font-size: 13px;
  }
  @media ${touched}, ${onScreens('phone', 'low')} {
    .cell {
      height: 46px;
      font-size: 13px;
    }
    .grid {
      grid-template-columns: 30px repeat(6, minmax(0, 1fr));
    }
  }
`;

import { css } from 'lit';
import { touched } from '../../screens.ts';

export const eventStyles = css`
  :host {
    display: block;
  }
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .row {
    display: grid;
    grid-template-columns: 52px 58px 1fr;
    gap: 6px;
    width: 100%;
    min-height: 28px;
    padding: 0 8px;
    margin: 0 -8px;
    width: calc(100% + 16px);
    text-align: left;
    font-size: 12px;
    justify-content: start;
  }
  .row b {
    font-variant-numeric: tabular-nums;
  }
  .row .part {
    color: var(--hue-music);
  }
  .row .why {
    color: var(--text-soft);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row.silent {
    text-decoration: line-through;
    opacity: 0.5;
  }
  .row[aria-pressed='true'] {
    background: color-mix(in oklab, var(--warm) 18%, transparent);
  }
  .chosen {
    margin: 4px 0 8px;
    padding: 10px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    font-size: 13px;
    text-wrap: pretty;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    margin-top: 8px;
  }
  .ways button {
    font-size: 12px;
  }
  .ways .icon {
    margin-left: auto;
  }
  .out {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin: 0 0 8px;
  }
  .out button {
    min-height: 28px;
    padding: 0 8px;
    border: 1px solid var(--line);
    border-radius: 14px;
    font-size: 12px;
    color: var(--text-soft);
  }
  .soft {
    font-size: 12px;
    color: var(--text-soft);
  }
  @media ${touched} {
    .row {
      min-height: 40px;
    }
  }
`;

import { css } from 'lit';
import { touched } from '../screens.ts';

/** Styles of stars, shown and given. */
export const reviewStyles = css`
  :host {
    padding: 2px 0 10px;
  }
  .mean {
    min-height: 30px;
  }
  .stars {
    position: relative;
    display: inline-block;
    color: var(--line-strong);
  }
  .stars > span {
    display: flex;
  }
  .stars .full {
    position: absolute;
    inset: 0 auto 0 0;
    overflow: hidden;
    color: var(--warm);
  }
  .stars svg {
    flex: none;
  }
  .stars .full svg,
  label.full svg {
    fill: currentColor;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 4px;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choose {
    display: inline-flex;
  }
  label {
    display: grid;
    place-items: center;
    width: 30px;
    height: 36px;
    border-radius: var(--radius-small);
    color: var(--text-soft);
    cursor: pointer;
  }
  label.full {
    color: var(--warm);
  }
  label:hover {
    color: var(--warm);
  }
  label:has(:focus-visible) {
    outline: 2px solid var(--accent);
  }
  details {
    margin-top: 4px;
  }
  summary {
    min-height: 32px;
    font-size: 13px;
    line-height: 32px;
    color: var(--text-soft);
    cursor: pointer;
  }
  ul {
    display: grid;
    gap: 10px;
    margin: 4px 0;
    padding: 0;
    list-style: none;
  }
  @media ${touched} {
    label {
      width: 40px;
      height: 44px;
    }
    summary {
      min-height: 44px;
      line-height: 44px;
    }
  }
`;

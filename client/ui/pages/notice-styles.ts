import { css } from 'lit';
import { darkIsland } from '../tokens.ts';

/** Styles of a status message over the stage. A quiet one is less prominent. */
export const noticeStyles = css`
  .notice {
    width: max-content;
    max-width: min(560px, calc(100% - 32px));
    padding: 8px 14px;
    border: 1px solid var(--line-strong);
    border-radius: 10px;
    background: var(--surface-raised);
    backdrop-filter: var(--frost, blur(14px));
    will-change: backdrop-filter;
    font-size: 13px;
    text-align: center;
    text-wrap: balance;
  }
  .notice:has(.icon) {
    position: relative;
    padding-right: 46px;
  }
  .notice .icon {
    position: absolute;
    inset: 0 4px 0 auto;
    margin: auto 0;
  }
  .notice a {
    color: var(--accent);
  }
  /* Below the notice. */
  .notice:not(.quiet) ~ .over {
    --banner: 112px;
  }
  .notice.quiet {
    ${darkIsland}
    padding: 4px 10px;
    border-color: transparent;
    background: rgb(8 9 14 / 0.84);
    text-wrap: wrap;
    color: var(--text-soft);
    font-size: 12px;
    max-width: 240px;
    text-align: left;
  }
`;

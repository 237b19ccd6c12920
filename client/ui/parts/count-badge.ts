import { css } from 'lit';

/** How a small count looks that stands upon an icon; its colour is its owner's. */
export const countBadge = css`
  min-width: 17px;
  padding: 0 4px;
  border-radius: 9px;
  color: var(--on-accent);
  font-size: 11px;
  line-height: 17px;
  text-align: center;
  text-shadow: none;
`;

import { css } from 'lit';

/** Styles of a small count on an icon. The component that uses it sets the colour. */
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

import { css } from 'lit';

/** Styles of headings with a rule across the rest of the line. */
export const ruledHeadings = css`
  h3 {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 14px 0 2px;
    font-size: 12px;
    font-weight: 600;
    color: var(--accent);
  }
  h3::after {
    content: '';
    flex: 1;
    height: 1px;
    background: var(--line);
  }
`;

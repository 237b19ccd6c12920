import { css } from 'lit';
import { narrow } from '../screens.ts';

/** Styles of the page of administrators: cards side by side, as many as fit. */
export const adminStyles = css`
  .page {
    max-width: 1120px;
  }
  .charts,
  .lists {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 16px;
  }
  section {
    min-width: 0;
    padding: 18px 20px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--card);
  }
  section h2 {
    margin-bottom: 10px;
    font-size: 15px;
    font-weight: 600;
  }
  section p {
    font-size: 13px;
    color: var(--text-soft);
  }
  dl {
    display: grid;
    gap: 8px;
    margin: 0;
  }
  dl div {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 3px 12px;
    align-items: baseline;
  }
  dt {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  dd {
    margin: 0;
    font-weight: 600;
  }
  .counted::after {
    content: '';
    grid-column: 1 / -1;
    width: var(--share);
    min-width: 3px;
    height: 4px;
    border-radius: 2px;
    background: var(--hue-physics);
    forced-color-adjust: none;
  }
  .failed dt,
  .failed dd {
    color: var(--danger);
  }
  .trouble {
    padding: 12px 16px;
    border-radius: var(--radius);
    background: var(--danger-ground);
    color: var(--danger);
  }
  @media (width <= 960px) {
    .charts,
    .lists {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media ${narrow} {
    .charts {
      gap: 10px;
    }
    .lists {
      grid-template-columns: minmax(0, 1fr);
      gap: 10px;
    }
  }
`;

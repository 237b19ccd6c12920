import { css } from 'lit';
import { narrow } from '../screens.ts';

/** Styles of cards in rows below a heading, and of their placeholders. */
export const gridStyles = css`
  h2 {
    position: relative;
    margin: 34px 0 14px;
    font-size: 18px;
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  .grid {
    position: relative;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 272px), 1fr));
    gap: 28px 20px;
  }
  .skeleton {
    aspect-ratio: 16 / 10;
    margin-bottom: 62px;
    border-radius: 14px;
    background: var(--hover);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @media ${narrow} {
    h2 {
      margin: 28px 0 12px;
    }
    .grid {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 20px 12px;
    }
  }
`;

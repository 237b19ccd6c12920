import { css } from 'lit';

/** Styles of the page while a universe opens. */
export const openingStyles = css`
  .opening {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 22px;
    color: var(--text-soft);
    pointer-events: none;
  }
  .opening i {
    width: 64px;
    height: 64px;
    border: 1px solid var(--line-strong);
    border-radius: 50%;
    animation: turn 1.8s linear infinite;
  }
  .opening i::before {
    content: '';
    display: block;
    width: 8px;
    height: 8px;
    margin: -4px auto 0;
    border-radius: 50%;
    background: var(--accent);
    box-shadow: 0 0 14px var(--accent);
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
`;

import { css } from 'lit';

/** Styles of a page with one column below its head. */
export const pageStyles = css`
  :host {
    display: block;
    min-height: 100dvh;
    background: radial-gradient(900px 520px at 80% -6%, var(--sky-one), transparent 70%), var(--ground);
  }
  .page {
    max-width: 672px;
    margin: 0 auto;
    padding: 20px 16px 96px;
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-bottom: 20px;
  }
  .home {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    margin-left: -10px;
    border-radius: var(--radius-small);
  }
  .home:hover {
    background: var(--hover);
  }
  h1 {
    font-size: 28px;
    font-weight: 640;
    letter-spacing: -0.025em;
  }
  main {
    display: grid;
    gap: 16px;
  }
`;

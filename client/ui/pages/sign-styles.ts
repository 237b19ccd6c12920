import { css } from 'lit';
import { narrow } from '../screens.ts';

/** Styles of the sign-in page: one card in the middle. */
export const signStyles = css`
  :host {
    position: relative;
    display: grid;
    grid-template-rows: auto 1fr;
    min-height: 100dvh;
    padding: 16px clamp(16px, 5vw, 72px) 64px;
    overflow: hidden;
    background:
      radial-gradient(700px 520px at 50% 42%, var(--sky-one), transparent 70%),
      radial-gradient(620px 420px at 12% 96%, var(--sky-two), transparent 70%), var(--ground);
  }
  header {
    position: relative;
  }
  .home {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    margin-left: -10px;
    padding: 0 14px 0 10px;
    border-radius: var(--radius-small);
    color: var(--text-soft);
    text-decoration: none;
  }
  .home:hover {
    background: var(--hover);
    color: var(--text);
  }
  .sky {
    position: absolute;
    top: 50%;
    left: 50%;
    width: min(1100px, 190vw);
    translate: -50% -52%;
    opacity: 0.5;
    pointer-events: none;
    mask-image: radial-gradient(closest-side, transparent 34%, #000 62%, transparent);
  }
  main {
    position: relative;
    place-self: center;
    width: min(420px, 100%);
    padding: 32px;
    border: 1px solid var(--line-strong);
    border-radius: 20px;
    background: var(--menu);
    box-shadow: var(--shadow);
  }
  h1 {
    font-size: 28px;
    font-weight: 640;
    letter-spacing: -0.025em;
    line-height: 1.15;
  }
  .sentence {
    margin: 8px 0 24px;
    font-size: 15px;
    color: var(--text-soft);
    text-wrap: pretty;
  }
  .primary {
    min-height: 46px;
    margin-top: 4px;
    font-size: 15px;
  }
  .providers {
    display: grid;
    gap: 10px;
    margin-top: 16px;
  }
  .providers button {
    min-height: 46px;
    font-size: 15px;
  }
  .or {
    display: flex;
    align-items: center;
    gap: 12px;
    font-size: 13px;
    color: var(--text-soft);
  }
  .or::before,
  .or::after {
    content: '';
    flex: 1;
    height: 1px;
    background: var(--line);
  }
  .other {
    margin-top: 20px;
    text-align: center;
    color: var(--text-soft);
  }
  .other a {
    color: var(--accent);
    font-weight: 500;
  }
  @media ${narrow} {
    :host {
      padding: 8px 16px 32px;
    }
    main {
      padding: 26px 22px;
    }
  }
`;

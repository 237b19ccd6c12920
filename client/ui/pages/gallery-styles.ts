import { css } from 'lit';
import { narrow } from '../screens.ts';

/** Styles of the gallery: the sky, and the title in front of it. */
export const galleryStyles = css`
  :host {
    display: block;
    min-height: 100dvh;
    overflow-x: clip;
    background:
      radial-gradient(900px 520px at 80% -6%, var(--sky-one), transparent 70%),
      radial-gradient(760px 440px at 6% 2%, var(--sky-two), transparent 70%), var(--ground);
  }
  .page {
    max-width: 1360px;
    margin: 0 auto;
    padding: 0 clamp(16px, 5vw, 72px) 80px;
  }
  header {
    position: relative;
    padding: clamp(32px, 7vh, 76px) 0 clamp(16px, 3vh, 32px);
  }
  .sky {
    position: absolute;
    z-index: 0;
    top: -150px;
    right: -130px;
    width: min(720px, 78vw);
    aspect-ratio: 16 / 10;
    opacity: 0.85;
    pointer-events: none;
    mask-image: radial-gradient(closest-side, #000 55%, transparent);
    animation: drift 240s linear infinite;
  }
  @keyframes drift {
    to {
      rotate: 1turn;
    }
  }
  hu-account-menu {
    position: absolute;
    z-index: 1;
    top: 20px;
    right: 0;
  }
  .words {
    position: relative;
    max-width: 680px;
  }
  h1 {
    font-size: clamp(36px, 5vw, 60px);
    font-weight: 640;
    letter-spacing: -0.032em;
    line-height: 1.05;
    text-wrap: balance;
  }
  .words p {
    margin-top: 14px;
    max-width: 52ch;
    font-size: 17px;
    line-height: 1.5;
    color: var(--text-soft);
    text-wrap: pretty;
  }
  .me {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-top: 18px;
    font-size: 13px;
    color: var(--text-soft);
  }
  .me a {
    color: var(--text);
    text-underline-offset: 3px;
    text-decoration-color: var(--edge);
  }
  .me i {
    width: 9px;
    height: 9px;
    border-radius: 50%;
  }
  .begin {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 0 16px;
  }
  hu-begin {
    margin-bottom: 12px;
  }
  .failed {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    flex-wrap: wrap;
    max-width: 620px;
    margin-top: 28px;
    padding: 16px 16px 16px 20px;
    border: 1px solid color-mix(in oklab, var(--danger) 40%, transparent);
    border-radius: 14px;
    background: var(--danger-ground);
  }
  @media ${narrow} {
    .sky {
      top: -70px;
      right: -190px;
      width: 480px;
      opacity: 0.5;
    }
    header {
      padding-top: 76px;
    }
    hu-account-menu {
      top: 14px;
    }
  }
`;

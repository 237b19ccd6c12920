import { css } from 'lit';

/** Where things float above the stage: a slim dock on a desk, a sheet from below on a phone. */
export const builderStyles = css`
  :host {
    position: fixed;
    inset: 0;
    display: block;
    overflow: hidden;
    background: var(--ground);
  }
  ::slotted(*) {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  .top {
    position: absolute;
    top: 0;
    left: 0;
    right: 0;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 12px 16px 28px;
    background: linear-gradient(to bottom, rgb(4 5 9 / 0.6), transparent);
    pointer-events: none;
  }
  .top > * {
    pointer-events: auto;
  }
  .home {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: var(--radius-small);
  }
  .home:hover {
    background: rgb(255 255 255 / 0.08);
  }
  .title {
    display: flex;
    align-items: center;
    gap: 12px;
    flex: 1;
    min-width: 0;
  }
  h1 {
    font-size: 16px;
    font-weight: 600;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .status {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-size: 12px;
    color: var(--text-soft);
    white-space: nowrap;
  }
  .status:not(.watching)::before {
    content: '';
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: #8a90a3;
  }
  .status.online::before {
    background: #7ee2a8;
  }
  .status.reconnecting::before {
    background: var(--warm);
  }
  .status.refused::before {
    background: var(--danger);
  }
  .people {
    display: flex;
    padding-left: 6px;
  }
  .person {
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    margin-left: -6px;
    border: 2px solid #0b0d15;
    border-radius: 50%;
    background: #444a5c;
    color: #0a0d18;
    font-size: 12px;
    font-weight: 700;
  }
  .person.rest {
    color: var(--text);
  }
  .notice {
    position: absolute;
    top: 64px;
    left: 50%;
    translate: -50% 0;
    width: max-content;
    max-width: min(560px, calc(100vw - 32px));
    padding: 8px 14px;
    border: 1px solid var(--line-strong);
    border-radius: 10px;
    background: var(--surface-raised);
    backdrop-filter: blur(14px);
    font-size: 13px;
    text-align: center;
  }
  .notice.quiet {
    top: auto;
    bottom: 20px;
    left: 20px;
    translate: none;
    padding: 4px 10px;
    border-color: transparent;
    background: rgb(8 9 14 / 0.6);
    color: var(--text-soft);
    font-size: 12px;
    max-width: 300px;
    text-align: left;
  }
  .tabs {
    position: absolute;
    top: 76px;
    right: 12px;
    display: flex;
    flex-direction: column;
    gap: 4px;
    padding: 5px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--surface);
    backdrop-filter: blur(18px);
  }
  .tabs button {
    width: 58px;
    min-height: 52px;
    flex-direction: column;
    gap: 3px;
    padding: 0;
    font-size: 10.5px;
    color: var(--text-soft);
  }
  .tabs button[aria-pressed='true'] {
    background: rgb(157 184 255 / 0.18);
    color: var(--text);
  }
  .panel {
    position: absolute;
    top: 76px;
    right: 90px;
    width: 300px;
    max-height: calc(100% - 100px);
    display: flex;
    flex-direction: column;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--surface);
    backdrop-filter: blur(22px);
    box-shadow: var(--shadow);
  }
  .panel > header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 8px 8px 4px 16px;
  }
  .panel h2 {
    font-size: 15px;
    font-weight: 600;
  }
  .scroll {
    overflow-y: auto;
    padding: 0 16px 14px;
    scrollbar-width: thin;
    scrollbar-color: rgb(255 255 255 / 0.2) transparent;
    overscroll-behavior: contain;
  }
  hu-transport {
    position: absolute;
    bottom: 18px;
    left: 50%;
    translate: -50% 0;
  }
  @media (max-width: 640px) {
    .top {
      gap: 2px;
      padding: 8px 8px 24px;
    }
    .title {
      flex-direction: column;
      align-items: flex-start;
      gap: 0;
    }
    h1 {
      max-width: 100%;
      font-size: 15px;
    }
    .wide {
      display: none;
    }
    .person {
      width: 24px;
      height: 24px;
      font-size: 11px;
    }
    .tabs {
      top: auto;
      bottom: 0;
      left: 0;
      right: 0;
      flex-direction: row;
      justify-content: space-between;
      gap: 0;
      padding: 4px 6px max(4px, env(safe-area-inset-bottom));
      border-width: 1px 0 0;
      border-radius: 0;
    }
    .tabs button {
      flex: 1;
      width: auto;
      min-height: 48px;
    }
    .panel {
      top: auto;
      bottom: 122px;
      left: 8px;
      right: 8px;
      width: auto;
      max-height: min(46%, 420px);
    }
    hu-transport {
      left: 8px;
      right: 8px;
      bottom: 64px;
      translate: none;
    }
    .notice.quiet {
      top: 56px;
      bottom: auto;
      left: 50%;
      translate: -50% 0;
      width: max-content;
      max-width: calc(100vw - 24px);
      text-align: center;
    }
  }
`;

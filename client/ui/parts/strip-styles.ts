import { css } from 'lit';
import { onScreens } from '../screens.ts';

/** Styles of a strip that floats above the transport on a desk, and is attached to it on a phone. */
export const stripStyles = css`
  :host {
    display: block;
    padding: 8px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--surface);
    backdrop-filter: var(--frost, blur(22px) saturate(1.2));
    will-change: backdrop-filter;
    box-shadow: var(--shadow);
  }
  @media ${onScreens('phone', 'low')} {
    :host {
      padding: 6px 8px;
      border-width: 1px 0 0;
      border-radius: 0;
      box-shadow: none;
    }
  }
  @media ${onScreens('low')} {
    :host {
      padding: 4px 8px 4px calc(8px + env(safe-area-inset-left));
      border-right-width: 1px;
    }
  }
`;

/** Styles of a text box for seconds. */
export const secondsStyles = css`
  input.number {
    width: 62px;
    height: 30px;
    padding: 0 6px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--well);
    color: var(--text);
  }
`;

import { css } from 'lit';

/** Part of every component's styles, and in force only where motion is reduced: one sheet that they all share. */
export const stillness = css`
  * {
    transition: none !important;
    animation: none !important;
  }
`;

/** Lets the interface move, or keeps it still. */
export function keepStill(still: boolean): void {
  stillness.styleSheet!.disabled = !still;
}

/** Whether the interface keeps still. */
export const isStill = (): boolean => !stillness.styleSheet!.disabled;

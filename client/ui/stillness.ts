import { css } from 'lit';

/** A sheet that is part of every component's styles. It is enabled only while motion is reduced. */
export const stillness = css`
  * {
    transition: none !important;
    animation: none !important;
  }
`;

/** Enables or disables reduced motion. */
export function keepStill(still: boolean): void {
  stillness.styleSheet!.disabled = !still;
}

/** Returns true while motion is reduced. */
export const isStill = (): boolean => !stillness.styleSheet!.disabled;

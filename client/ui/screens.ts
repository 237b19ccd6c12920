import { type CSSResult, unsafeCSS } from 'lit';

/**
 * The kinds of screen that the interface has a layout for, as media queries: each screen is of exactly one kind. Sizes are decided
 * here and nowhere else.
 */
export const screens = {
  /** Held upright, or as narrow as that: a sheet from below, tabs along the bottom. */
  phone: '(width <= 640px) and (height > 540px), (width < 560px)',
  /** A phone held sideways, or a window as low as that: a sheet at the side, slim bars. */
  low: '(width >= 560px) and (height <= 540px)',
  /** A sheet at the side, and what is needed less often in the menu of the bar. */
  tablet: '(640px < width <= 1100px) and (height > 540px)',
  /** All bars float. */
  desk: '(width > 1100px) and (height > 540px)',
} as const;

export type Screen = keyof typeof screens;

/** `@media ${onScreens('phone', 'low')} { … }` */
export const onScreens = (...kinds: readonly Screen[]): CSSResult => unsafeCSS(kinds.map((kind) => screens[kind]).join(', '));

/** Whether the window is of one of these kinds now. */
export const isOnScreens = (...kinds: readonly Screen[]): boolean => kinds.some((kind) => matchMedia(screens[kind]).matches);

/** Pages that scroll have one column. */
export const narrow = unsafeCSS('(width <= 640px)');
/** Fingers need more room than a mouse. */
const fingers = '(pointer: coarse)';
export const touched = unsafeCSS(fingers);
export const isTouched = (): boolean => matchMedia(fingers).matches;

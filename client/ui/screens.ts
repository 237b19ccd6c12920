import { type CSSResult, unsafeCSS } from 'lit';

/**
 * The kinds of screen that have a layout of their own, as media queries. Each screen is of exactly one kind. Only this file decides sizes.
 */
export const screens = {
  /** Upright, or equally narrow: a sheet from below, tabs along the bottom. */
  phone: '(width <= 640px) and (height > 540px), (width < 560px)',
  /** A phone held sideways, or a window that is equally low: a sheet at the side, slim bars. */
  low: '(width >= 560px) and (height <= 540px)',
  /** A sheet at the side; less frequent actions are in the menu of the bar. */
  tablet: '(640px < width <= 1100px) and (height > 540px)',
  /** All bars float. */
  desk: '(width > 1100px) and (height > 540px)',
} as const;

export type Screen = keyof typeof screens;

/** `@media ${onScreens('phone', 'low')} { … }` */
export const onScreens = (...kinds: readonly Screen[]): CSSResult => unsafeCSS(kinds.map((kind) => screens[kind]).join(', '));

/** Returns true while the window is of one of these kinds. */
export const isOnScreens = (...kinds: readonly Screen[]): boolean => kinds.some((kind) => matchMedia(screens[kind]).matches);

/** Up to this width, pages that scroll have one column. */
export const narrow = unsafeCSS('(width <= 640px)');
/** Fingers need more room than a mouse. */
const fingers = '(pointer: coarse)';
export const touched = unsafeCSS(fingers);
export const isTouched = (): boolean => matchMedia(fingers).matches;

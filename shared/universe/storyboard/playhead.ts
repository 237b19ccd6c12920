import type { UniverseDocument } from '../document.ts';
import type { Playhead, StoryboardContent, Storyboard } from './storyboard.ts';

/** Steps in a second. The simulation imports it from here: it depends on storyboards, and not the other way round. */
export const storyboardTicksPerSecond = 60;

/** Seconds that a playhead has moved since it was set. */
export function movedSeconds({ since }: Playhead, tick: number): number {
  return since === null ? 0 : Math.max(0, tick - since) / storyboardTicksPerSecond;
}

/** Returns the position of the playhead at a tick, in seconds; without a loop it ends at the duration. */
export function positionOf({ duration, loop }: Pick<StoryboardContent, 'duration' | 'loop'>, playhead: Playhead, tick: number): number {
  const seconds = playhead.seconds + movedSeconds(playhead, tick);
  return loop ? seconds - Math.floor(seconds / duration) * duration : Math.min(seconds, duration);
}

/** Returns the storyboard with its playhead set: to a time, or at its position. Released values are moved again. */
export function withPlayhead(storyboard: Storyboard, tick: number, playing: boolean, to?: number): Storyboard {
  const { playhead, duration } = storyboard;
  const seconds = Math.min(duration, to ?? (playhead ? positionOf(storyboard, playhead, tick) : 0));
  // A playhead at the end starts again.
  const from = playing && to === undefined && !storyboard.loop && seconds >= duration ? 0 : seconds;
  return { ...storyboard, playhead: { seconds: from, since: playing ? tick : null }, released: [] };
}

/** Returns a document at the beginning of a run, whose ticks count from 0: a moving playhead continues from its position. */
export function atBeginOfRun(document: UniverseDocument): UniverseDocument {
  const { storyboard } = document;
  if (!storyboard?.playhead?.since) return document;
  return { ...document, storyboard: { ...storyboard, playhead: { ...storyboard.playhead, since: 0 } } };
}

import { movedSeconds, positionOf, storyboardTicksPerSecond } from './playhead.ts';
import type { Playhead, StoryboardContent, Transition } from './storyboard.ts';

interface Way {
  /** True when its point takes effect with the first beat after its time. */
  readonly waitsForBeat: boolean;
  /** The progress of the transition, by the share of its time that is over; null when its point takes effect all at once. */
  readonly gone: ((share: number) => number) | null;
}

/** The behaviour of each transition. */
const ways: Readonly<Record<Transition, Way>> = {
  cut: { waitsForBeat: false, gone: null },
  linear: { waitsForBeat: false, gone: (share) => share },
  eased: { waitsForBeat: false, gone: (share) => share * share * (3 - 2 * share) },
  'on-the-beat': { waitsForBeat: true, gone: null },
};

/** The position of a storyboard between two points: their places in its list, and the progress, 0..1. */
export interface StoryboardPosition {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/**
 * Returns the position of a storyboard with at least one point at a tick. `beatTick` is the tick of the last beat, or null where beats are
 * not known: then a point on the beat takes effect at its time. In a loop the last point leads to the first.
 */
export function storyboardPositionOf(
  story: StoryboardContent,
  playhead: Playhead,
  tick: number,
  beatTick: number | null,
): StoryboardPosition {
  const { points, duration, loop } = story;
  const last = points.length - 1;
  const seconds = positionOf(story, playhead, tick);
  let from = last;
  while (from >= 0 && points[from]!.at > seconds) from -= 1;
  if (from < 0) {
    if (!loop) return { from: 0, to: 0, share: 0 };
    from = last;
  }
  const sinceOf = (index: number) => (seconds >= points[index]!.at ? seconds - points[index]!.at : seconds + duration - points[index]!.at);

  const moved = movedSeconds(playhead, tick);
  const beatless = playhead.since === null || beatTick === null;
  const isCome = (index: number) => {
    if (!ways[points[index]!.transition].waitsForBeat || beatless || sinceOf(index) >= moved) return true;
    // Sums of seconds are off by less than half a tick.
    return (tick - beatTick - 0.5) / storyboardTicksPerSecond <= sinceOf(index);
  };
  let come = from;
  for (let waits = 0; waits < last && !isCome(come) && (come > 0 || loop); waits++) come = come > 0 ? come - 1 : last;
  if (come !== from) return { from: come, to: come, share: 0 };

  if (from === last && !loop) return { from, to: from, share: 0 };
  const to = from === last ? 0 : from + 1;
  const { gone } = ways[points[to]!.transition];
  const length = from === last ? duration - points[from]!.at + points[0]!.at : points[to]!.at - points[from]!.at;
  if (!gone || length <= 0) return { from, to: from, share: 0 };
  return { from, to, share: gone(Math.min(1, sinceOf(from) / length)) };
}

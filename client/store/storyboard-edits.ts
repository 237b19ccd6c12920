import {
  type Edit,
  emptyStoryboard,
  movedSeconds,
  positionOf,
  stateOf,
  storyboardContentLimits,
  type StoryboardPoint,
  type Storyboard,
  tracksOf,
  type Transition,
  type UniverseDocument,
} from '../../shared/universe/index.ts';
import type { Sentence } from '../words/sentences.ts';
import { labelOfTarget } from './control-target.ts';

/** The label of a transition, also for use within a sentence, and its effect. */
export const transitionWords: Readonly<Record<Transition, { label: Sentence; inside: Sentence; help: Sentence }>> = {
  cut: { label: 'Cut', inside: 'cut', help: 'Changes at once.' },
  linear: { label: 'Linear', inside: 'linear', help: 'Moves at a constant rate.' },
  eased: { label: 'Eased', inside: 'eased', help: 'Starts and ends gently.' },
  'on-the-beat': { label: 'On the beat', inside: 'on the beat', help: 'Changes on the next beat.' },
};

/** Returns the position of the playhead in seconds; null without a playhead. */
export function playheadAt({ storyboard }: UniverseDocument, tick: number): number | null {
  return storyboard?.playhead ? positionOf(storyboard, storyboard.playhead, tick) : null;
}

/** Whether the playhead moves at a tick. */
export function isMoving(storyboard: Storyboard | null, tick: number): boolean {
  const { playhead, loop, duration } = storyboard ?? {};
  if (!playhead || playhead.since === null) return false;
  return loop === true || playhead.seconds + movedSeconds(playhead, tick) < duration!;
}

/** Formats a time as minutes and seconds to a tenth: `0:08.4`. */
export function timeText(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const rest = (tenths % 600) / 10;
  return `${Math.floor(tenths / 600)}:${rest < 10 ? '0' : ''}${rest.toFixed(1)}`;
}

/** Rounds to a tenth of a second, within the longest storyboard. */
export function onGrid(seconds: number, most: number = storyboardContentLimits.duration.max): number {
  return Math.min(most, Math.max(0, Math.round(seconds * 10) / 10));
}

function unusedId(points: readonly StoryboardPoint[]): string {
  const taken = new Set(points.map(({ id }) => id));
  let number = points.length + 1;
  while (taken.has(`point-${number}`)) number += 1;
  return `point-${number}`;
}

/** Default distance of two successive points in seconds. */
const usualGap = 8;

/** Returns the time of the next point: at the playhead if there is no point there, else after the last. */
function nextPlace({ points, duration }: Storyboard, playhead: number | null): number {
  if (points.length === 0) return 0;
  const at = playhead === null ? null : onGrid(playhead, duration);
  if (at !== null && points.every((point) => Math.abs(point.at - at) > 0.05)) return at;
  return onGrid(points.at(-1)!.at + usualGap);
}

/** Returns the edits that add the universe as shown to its storyboard as a point, and the id of that point. */
export function editsToAddPoint(document: UniverseDocument, shown: UniverseDocument, tick: number): { edits: Edit[]; id: string } {
  const state = stateOf(shown);
  const { storyboard } = document;
  if (!storyboard) {
    const first: StoryboardPoint = { id: 'point-1', at: 0, transition: 'eased', state };
    return { edits: [{ kind: 'storyboard.load', content: { ...emptyStoryboard, points: [first] }, keptAs: null }], id: first.id };
  }
  const id = unusedId(storyboard.points);
  const at = nextPlace(storyboard, playheadAt(document, tick));
  const edits: Edit[] = [];
  if (at > storyboard.duration)
    edits.push({ kind: 'storyboard.set', values: { duration: Math.min(storyboardContentLimits.duration.max, at + usualGap) } });
  edits.push({ kind: 'point.add', point: { id, at, transition: 'eased', state } });
  return { edits, id };
}

/** Returns the labels of what a storyboard moves. */
export function movedWords({ points }: Storyboard, document: UniverseDocument): string[] {
  return tracksOf(points).map(({ name }) => labelOfTarget(name, document));
}

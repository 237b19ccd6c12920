import { commentLimits } from '../../../../shared/api/feedback/talk.ts';
import type { Store } from '../../../store/store.ts';
import type { TalkAct, TalkView } from '../../../store/talk.ts';
import { isMoving, onGrid, playheadAt } from '../../../store/timeline-edits.ts';
import type { Scene } from './scene.ts';

/** Returns the current time for the pin of a thread. */
export function nowOf({ scalars, score }: Store, what: 'tick' | 'storySeconds'): Partial<TalkView> {
  const tick = scalars.value?.tick ?? 0;
  if (what === 'tick') return { tick: Math.min(commentLimits.tick.max, tick) };
  const seconds = playheadAt(score.value, tick);
  return { storySeconds: seconds === null ? null : onGrid(seconds) };
}

/** Goes to a pin of a thread. A storyboard pin is shown on the timeline; if the user may edit, the playhead moves there for all members. */
export function goTo(store: Store, scene: Scene, { id, what }: Extract<TalkAct, { kind: 'go-to' }>): void {
  const { talk, timeline, keys, score, canEdit, scalars } = store;
  const thread = talk.value.threads.find((candidate) => candidate.id === id);
  if (!thread) return;
  // A new object, so that a repeated request is shown again.
  talk.value = { ...talk.value, chosen: { id }, arePinsShown: true };
  if (what === 'place') {
    if (thread.place) scene.lookAt([thread.place.x, thread.place.y, thread.place.z]);
    return;
  }
  const { storyboard } = score.value;
  if (!storyboard || thread.storySeconds === null || thread.storySeconds > storyboard.duration) return;
  keys.value = { ...keys.value, isOpen: false };
  timeline.value = { ...timeline.value, isOpen: true, selected: null };
  if (!canEdit.value) return;
  const playing = isMoving(storyboard, scalars.value?.tick ?? 0);
  scene.edit({ kind: 'playhead.set', seconds: thread.storySeconds, playing });
}

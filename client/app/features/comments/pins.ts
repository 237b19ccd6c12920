import { commentLimits } from '../../../../shared/api/feedback/feedback.ts';
import type { Store } from '../../../store/store.ts';
import type { CommentAct, CommentsView } from '../../../store/comments.ts';
import { isMoving, onGrid, playheadAt } from '../../../store/storyboard-edits.ts';
import type { Scene } from './scene.ts';

/** Returns the current time for the pin of a thread. */
export function nowOf({ scalars, authoredDocument }: Store, what: 'tick' | 'storySeconds'): Partial<CommentsView> {
  const tick = scalars.value?.tick ?? 0;
  if (what === 'tick') return { tick: Math.min(commentLimits.tick.max, tick) };
  const seconds = playheadAt(authoredDocument.value, tick);
  return { storySeconds: seconds === null ? null : onGrid(seconds) };
}

/** Goes to a pin of a thread. A storyboard pin is shown on the timeline; if the user may edit, the playhead moves there for all members. */
export function goTo(store: Store, scene: Scene, { id, what }: Extract<CommentAct, { kind: 'go-to' }>): void {
  const { comments, storyboard: timeline, keys, authoredDocument, canEdit, scalars } = store;
  const thread = comments.value.threads.find((candidate) => candidate.id === id);
  if (!thread) return;
  // A new object, so that a repeated request is shown again.
  comments.value = { ...comments.value, chosen: { id }, arePinsShown: true };
  if (what === 'place') {
    if (thread.place) scene.lookAt([thread.place.x, thread.place.y, thread.place.z]);
    return;
  }
  const { storyboard } = authoredDocument.value;
  if (!storyboard || thread.storySeconds === null || thread.storySeconds > storyboard.duration) return;
  keys.value = { ...keys.value, isOpen: false };
  timeline.value = { ...timeline.value, isOpen: true, selected: null };
  if (!canEdit.value) return;
  const playing = isMoving(storyboard, scalars.value?.tick ?? 0);
  scene.edit({ kind: 'playhead.set', seconds: thread.storySeconds, playing });
}

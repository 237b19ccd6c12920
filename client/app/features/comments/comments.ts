import { commentLimits } from '../../../../shared/api/feedback/feedback.ts';
import { callApi } from '../../../net/api-client.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { newThread, type ScenePlace, type CommentAct, type CommentsView } from '../../../store/comments.ts';
import { say } from '../../../words/words.ts';
import { messageOf } from '../../page/actions.ts';
import { createUniverseTurns } from '../../page/turns.ts';
import { savePrivateNote, showPrivateNote } from './private-note.ts';
import { goTo, nowOf } from './pins.ts';
import { actOnReviews } from './reviews.ts';
import type { Scene } from './scene.ts';
import { fetchMore, fetchThreads, find } from './threads.ts';

/** Performs an action on the comments of the open universe. */
export async function actOnComments(store: Store, act: CommentAct, scene: Scene): Promise<void> {
  const id = store.universe.value?.id;
  if (id === undefined) return;
  try {
    await perform(store, id, act, scene);
  } catch (error) {
    if (store.universe.value?.id !== id) return;
    change(store, { pending: null });
    showToast(store, 'error', messageOf(error));
  }
}

function change(store: Store, view: Partial<CommentsView>): void {
  store.comments.value = { ...store.comments.value, ...view };
}

async function perform(store: Store, id: string, act: CommentAct, scene: Scene): Promise<void> {
  const view = store.comments.value;
  switch (act.kind) {
    case 'look':
      await Promise.all([fetchThreads(store, id), actOnReviews(store, id, act), showPrivateNote(store, id)]);
      break;
    case 'refresh':
      if (view.status !== 'idle') await fetchThreads(store, id);
      break;
    case 'more':
      await fetchMore(store, id);
      break;
    case 'show':
      change(store, { shown: act.threads, threads: [], next: null });
      await fetchThreads(store, id);
      break;
    case 'write': {
      const { place, tick, storySeconds } = view;
      const pins = {
        ...(place ? { place } : {}),
        ...(tick === null ? {} : { tick }),
        ...(storySeconds === null ? {} : { storySeconds }),
      };
      await send(store, id, newThread, act.text, () => callApi('writeComment', { params: { id }, body: { text: act.text, ...pins } }));
      change(store, { place: null, tick: null, storySeconds: null });
      break;
    }
    case 'reply': {
      const params = { id, commentId: act.threadId };
      await send(store, id, act.threadId, act.text, () => callApi('replyToComment', { params, body: { text: act.text } }));
      break;
    }
    case 'edit': {
      const params = { id, commentId: act.id };
      await send(store, id, act.id, act.text, () => callApi('editComment', { params, body: { text: act.text } }));
      break;
    }
    case 'resolve':
      await resolve(store, id, act.id, act.isResolved);
      break;
    case 'delete':
      await remove(store, id, act.id);
      break;
    case 'choose':
      await Promise.all([
        find(store, id, act.id),
        store.reviews.value ? null : actOnReviews(store, id, { kind: 'look' }),
        showPrivateNote(store, id),
      ]);
      break;
    case 'aim':
      change(store, { isPlacing: act.isPlacing });
      break;
    case 'pin':
      change(store, { isPlacing: false, place: placeIn(scene.placeAt(act.x, act.y)) });
      break;
    case 'pin-now':
      change(store, nowOf(store, act.what));
      break;
    case 'unpin':
      change(store, { [act.what]: null });
      break;
    case 'go-to':
      goTo(store, scene, act);
      break;
    case 'pins':
      change(store, { arePinsShown: act.areShown });
      break;
    case 'note':
      await savePrivateNote(store, id, act.text);
      break;
    case 'rate':
    case 'unrate':
    case 'more-reviews':
      await actOnReviews(store, id, act);
      break;
  }
}

const turns = createUniverseTurns();

/** Sends the text of a form, after all earlier ones. The form is emptied once the text is stored, and keeps it otherwise. */
const send = (store: Store, id: string, form: string, text: string, call: () => Promise<unknown>): Promise<void> =>
  turns(store, id, [form, text], () => sendInTurn(store, id, form, call));

async function sendInTurn(store: Store, id: string, form: string, call: () => Promise<unknown>): Promise<void> {
  change(store, { pending: form });
  await call();
  change(store, { pending: null, said: { in: form } });
  await fetchThreads(store, id);
}

async function resolve(store: Store, id: string, commentId: string, isResolved: boolean): Promise<void> {
  await callApi('resolveComment', { params: { id, commentId }, body: { isResolved } });
  await fetchThreads(store, id);
  if (!isResolved) return;
  showToast(
    store,
    'info',
    say('The thread is resolved.'),
    undoing(store, () => resolve(store, id, commentId, false)),
  );
}

async function remove(store: Store, id: string, commentId: string): Promise<void> {
  await callApi('deleteComment', { params: { id, commentId } });
  await fetchThreads(store, id);
  const restore = async () => {
    await callApi('restoreComment', { params: { id, commentId } });
    await fetchThreads(store, id);
  };
  showToast(store, 'info', say('The comment is deleted.'), undoing(store, restore));
}

function undoing(store: Store, undo: () => Promise<void>) {
  return { label: say('Undo'), run: () => void undo().catch((error: unknown) => showToast(store, 'error', messageOf(error))) };
}

/** Rounds a place to a tenth of a metre, within the limits of pins. */
function placeIn(point: readonly [number, number, number]): ScenePlace {
  const { min, max } = commentLimits.place;
  const [x, y, z] = point.map((value) => Math.max(min, Math.min(max, Math.round(value * 10) / 10)));
  return { x, y, z };
}

import type { Thread } from '../../../../shared/api/feedback/comment-schemas.ts';
import type { RouteQuery, RouteResponse } from '../../../../shared/api/contract/contract.ts';
import { commentLimits } from '../../../../shared/api/feedback/feedback.ts';
import { callApi } from '../../../net/api-client.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import type { CommentsView } from '../../../store/comments.ts';
import { say } from '../../../words/words.ts';
import { messageOf } from '../../page/actions.ts';

/** Maximum number of pages that are loaded to find a comment. */
const farthestPages = 10;

/** Counts requests: a response that arrives after the next request is obsolete. */
let asked = 0;

const holds = (thread: Thread, id: string) => thread.id === id || thread.replies.some((reply) => reply.id === id);

/**
 * Fetches the threads from the first on: as many as are shown already, and as needed to find the chosen comment. The shown threads stay
 * until the new ones arrive, so that nothing jumps.
 */
async function fetchFirst(store: Store, id: string): Promise<void> {
  asked += 1;
  const ours = asked;
  const { comments } = store;
  comments.value = { ...comments.value, status: comments.value.status === 'ready' ? 'ready' : 'loading', isFetchingMore: false };
  const { shown, chosen, threads: before } = comments.value;
  const isFound = (threads: readonly Thread[]) => chosen === null || threads.some((thread) => holds(thread, chosen.id));
  try {
    const threads: Thread[] = [];
    let next: string | null = null;
    let pages = 0;
    do {
      const query: RouteQuery<'listComments'> = {
        threads: shown,
        limit: String(commentLimits.page.max),
        ...(next === null ? {} : { cursor: next }),
      };
      const page: RouteResponse<'listComments'> = await callApi('listComments', { params: { id }, query });
      if (ours !== asked || store.universe.value?.id !== id) return;
      const { commentCount, openThreads } = page;
      store.universe.value = { ...store.universe.value, commentCount, openThreads };
      threads.push(...page.threads);
      next = page.next;
      pages += 1;
    } while (next !== null && (threads.length < before.length || (!isFound(threads) && pages < farthestPages)));
    comments.value = { ...comments.value, status: 'ready', message: '', threads, next, chosen: isFound(threads) ? chosen : null };
  } catch (error) {
    if (ours === asked) comments.value = { ...comments.value, status: 'failed', message: messageOf(error) };
  }
}

/** The last request; it also answers earlier ones. */
let latest: Promise<void> = Promise.resolve();

/** Reloads the shown threads, and waits for requests made meanwhile. */
export async function fetchThreads(store: Store, id: string): Promise<void> {
  latest = fetchFirst(store, id);
  let awaited: Promise<void>;
  do {
    awaited = latest;
    await awaited;
  } while (awaited !== latest);
}

export async function fetchMore(store: Store, id: string): Promise<void> {
  const { comments } = store;
  const { next: cursor, isFetchingMore, status, shown } = comments.value;
  if (cursor === null || isFetchingMore || status !== 'ready') return;
  const ours = asked;
  comments.value = { ...comments.value, isFetchingMore: true };
  try {
    const { threads, next } = await callApi('listComments', { params: { id }, query: { threads: shown, cursor } });
    if (ours === asked)
      comments.value = { ...comments.value, threads: [...comments.value.threads, ...threads], next, isFetchingMore: false };
  } catch (error) {
    if (ours !== asked) return;
    comments.value = { ...comments.value, isFetchingMore: false };
    showToast(store, 'error', messageOf(error));
  }
}

/** Shows the thread of a comment; a resolved one switches to the list of all threads. */
export async function find(store: Store, id: string, commentId: string): Promise<void> {
  const { comments } = store;
  const change = (view: Partial<CommentsView>) => (comments.value = { ...comments.value, ...view });
  const isMissing = () => comments.value.status === 'ready' && !comments.value.threads.some((thread) => holds(thread, commentId));
  change({ chosen: { id: commentId } });
  if (comments.value.status !== 'ready' || isMissing()) await fetchThreads(store, id);
  if (isMissing() && comments.value.shown === 'open') {
    change({ shown: 'all', chosen: { id: commentId } });
    await fetchThreads(store, id);
  }
  if (isMissing() && store.universe.value?.id === id) showToast(store, 'info', say('This comment no longer exists.'));
}

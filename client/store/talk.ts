import type { Thread } from '../../shared/api/feedback/comment-schemas.ts';
import type { RouteResponse } from '../../shared/api/contract/contract.ts';
import type { ThreadChoice } from '../../shared/api/feedback/talk.ts';

/** Somewhere in the scene, in m. */
export type ScenePlace = NonNullable<Thread['place']>;

/** What was said last, by the form in which it was written: that form is empty again. */
export interface Said {
  in: string;
}

/** What is said of the open universe. */
export interface TalkView {
  status: 'idle' | 'loading' | 'ready' | 'failed';
  message: string;
  threads: readonly Thread[];
  /** Cursor of the threads that follow, or null at the end. */
  next: string | null;
  shown: ThreadChoice;
  isFetchingMore: boolean;
  /** The form whose words are on their way. */
  pending: string | null;
  said: Said | null;
  /** The comment that one has come for; a new object each time. */
  chosen: { id: string } | null;
  /** What the next thread is about. */
  place: ScenePlace | null;
  tick: number | null;
  storySeconds: number | null;
  /** The next click into the scene says where the next thread belongs. */
  isPlacing: boolean;
  arePinsShown: boolean;
}

export const noTalk: TalkView = {
  status: 'idle',
  message: '',
  threads: [],
  next: null,
  shown: 'open',
  isFetchingMore: false,
  pending: null,
  said: null,
  chosen: null,
  place: null,
  tick: null,
  storySeconds: null,
  isPlacing: false,
  arePinsShown: true,
};

/** What people think of the open universe; null until it was looked at. */
export type ReviewsView = (RouteResponse<'listReviews'> & { isPending: boolean }) | null;

/** What one has noted of the open universe for oneself; null until it was looked at. `timesKept` tells a form that what stands in it has arrived. */
export type NoteView = { text: string; isPending: boolean; timesKept: number } | null;

/** The form in which a thread is begun; others are named after what they answer or change. */
export const newThread = 'new';

/** The pin of a thread that is still being written. */
export const draftPin = 'draft';

/** What a thread can be pinned to. */
export type Pinned = 'place' | 'tick' | 'storySeconds';

/** Everything that can be wanted of what is said. */
export type TalkAct =
  | { kind: 'look' }
  /** Somebody has said something: what is shown is fetched anew. */
  | { kind: 'refresh' }
  | { kind: 'more' }
  | { kind: 'show'; threads: ThreadChoice }
  | { kind: 'write'; text: string }
  | { kind: 'reply'; threadId: string; text: string }
  | { kind: 'edit'; id: string; text: string }
  | { kind: 'resolve'; id: string; isResolved: boolean }
  | { kind: 'delete'; id: string }
  /** Shows a comment, wherever in the list it stands. */
  | { kind: 'choose'; id: string }
  | { kind: 'aim'; isPlacing: boolean }
  /** CSS pixels of the stage. */
  | { kind: 'pin'; x: number; y: number }
  /** To the present time of the universe, or of its storyboard. */
  | { kind: 'pin-now'; what: 'tick' | 'storySeconds' }
  | { kind: 'unpin'; what: Pinned }
  /** Goes to what a thread is pinned to, as far as one can go there. */
  | { kind: 'go-to'; id: string; what: 'place' | 'storySeconds' }
  | { kind: 'pins'; areShown: boolean }
  | { kind: 'rate'; stars: number; text: string }
  | { kind: 'unrate' }
  | { kind: 'more-reviews' }
  /** Keeps this as one's own note; without words, none. */
  | { kind: 'note'; text: string };

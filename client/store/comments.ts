import type { Thread } from '../../shared/api/feedback/comment-schemas.ts';
import type { RouteResponse } from '../../shared/api/contract/contract.ts';
import type { ThreadChoice } from '../../shared/api/feedback/feedback.ts';

/** A position in the scene, in m. */
export type ScenePlace = NonNullable<Thread['place']>;

/** The last text that was sent, by its form: that form is empty again. */
export interface Said {
  in: string;
}

/** The comments on the open universe. */
export interface CommentsView {
  status: 'idle' | 'loading' | 'ready' | 'failed';
  message: string;
  threads: readonly Thread[];
  /** Cursor of the next threads, or null at the end. */
  next: string | null;
  shown: ThreadChoice;
  isFetchingMore: boolean;
  /** The form whose text is being sent. */
  pending: string | null;
  said: Said | null;
  /** The comment to show; a new object each time. */
  chosen: { id: string } | null;
  /** The pins of the next thread. */
  place: ScenePlace | null;
  tick: number | null;
  storySeconds: number | null;
  /** The next click into the scene places the pin of the next thread. */
  isPlacing: boolean;
  arePinsShown: boolean;
}

export const noComments: CommentsView = {
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

/** The reviews of the open universe; null until they are loaded. */
export type ReviewsView = (RouteResponse<'listReviews'> & { isPending: boolean }) | null;

/** The user's private note on the open universe; null until it is loaded. `timesKept` tells a form that its text is stored. */
export type NoteView = { text: string; isPending: boolean; timesKept: number } | null;

/** The form for a new thread; other forms are named after the comment that they answer or change. */
export const newThread = 'new';

/** The pin of a thread that is still being written. */
export const draftPin = 'draft';

/** The kinds of pins of a thread. */
export type Pinned = 'place' | 'tick' | 'storySeconds';

/** The actions on comments, reviews and the private note. */
export type CommentAct =
  | { kind: 'look' }
  /** Another user wrote a comment: reloads what is shown. */
  | { kind: 'refresh' }
  | { kind: 'more' }
  | { kind: 'show'; threads: ThreadChoice }
  | { kind: 'write'; text: string }
  | { kind: 'reply'; threadId: string; text: string }
  | { kind: 'edit'; id: string; text: string }
  | { kind: 'resolve'; id: string; isResolved: boolean }
  | { kind: 'delete'; id: string }
  /** Shows a comment at any position of the list. */
  | { kind: 'choose'; id: string }
  | { kind: 'aim'; isPlacing: boolean }
  /** CSS pixels of the stage. */
  | { kind: 'pin'; x: number; y: number }
  /** Pins to the current time of the universe, or of its storyboard. */
  | { kind: 'pin-now'; what: 'tick' | 'storySeconds' }
  | { kind: 'unpin'; what: Pinned }
  /** Goes to a pin of a thread, if it can be reached. */
  | { kind: 'go-to'; id: string; what: 'place' | 'storySeconds' }
  | { kind: 'pins'; areShown: boolean }
  | { kind: 'rate'; stars: number; text: string }
  | { kind: 'unrate' }
  | { kind: 'more-reviews' }
  /** Stores this as the private note; an empty text deletes it. */
  | { kind: 'note'; text: string };

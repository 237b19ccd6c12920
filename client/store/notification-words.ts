import type { Notification } from '../../shared/api/accounts/notification-schemas.ts';
import { lossKinds, type NotificationKind } from '../../shared/api/feedback/feedback.ts';
import { say } from '../words/words.ts';
import { universePath } from './routes.ts';

const losses: readonly NotificationKind[] = lossKinds;

/**
 * Returns the path that a notification links to: its universe, with the comment if there is one; or, for a deleted universe, the page where
 * a copy can be made.
 */
export function pathOfNotification({ kind, universe, commentId }: Pick<Notification, 'kind' | 'universe' | 'commentId'>): string {
  if (losses.includes(kind)) return '/settings';
  return universePath(universe.id) + (commentId === null ? '' : `?comment=${encodeURIComponent(commentId)}`);
}

/** Returns the text of a notification that precedes the name of its universe. */
export function wordsOf({ kind, actor, count }: Pick<Notification, 'kind' | 'actor' | 'count'>): string {
  const who = actor?.displayName ?? say('Someone');
  switch (kind) {
    case 'comment':
      return say('{who} commented on', { who });
    case 'reply':
      return say('{who} replied in', { who });
    case 'joined':
      return say('{who} joined', { who });
    case 'review':
      return say('{who} rated', { who });
    case 'transferred':
      return say('{who} gave you', { who });
    case 'deleted':
      return say('{who} deleted', { who });
    case 'owner-left':
      return say('Deleted with its owner’s account:');
    case 'favourite':
      if (count === 1) return say('{who} likes', { who });
      if (count === 2) return say('{who} and one other like', { who });
      return say('{who} and {count} others like', { who, count: count - 1 });
  }
}

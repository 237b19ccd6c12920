import type { Notification } from '../../shared/api/notification-schemas.ts';
import { universePath } from './routes.ts';

/** Where a notification leads: to its universe, and in it to what was said. */
export function pathOfNotification({ universe, commentId }: Pick<Notification, 'universe' | 'commentId'>): string {
  return universePath(universe.id) + (commentId === null ? '' : `?comment=${encodeURIComponent(commentId)}`);
}

/** What a notification says before the name of its universe. */
export function wordsOf({ kind, actor, count }: Pick<Notification, 'kind' | 'actor' | 'count'>): string {
  const who = actor?.displayName ?? 'Somebody';
  switch (kind) {
    case 'comment':
      return `${who} commented on`;
    case 'reply':
      return `${who} replied in`;
    case 'joined':
      return `${who} joined`;
    case 'review':
      return `${who} rated`;
    case 'transferred':
      return `${who} gave you`;
    case 'favourite':
      if (count === 1) return `${who} likes`;
      return `${who} and ${count === 2 ? 'one other' : `${count - 1} others`} like`;
  }
}

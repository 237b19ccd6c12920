import type { RefusalText } from './places.ts';

/** Refusals about comments and reviews. */
export const feedbackRefusals = {
  'comment-limit': { code: 'conflict', text: 'A universe has at most {max} comments. Delete some first.' },
  'comment-of-other': { code: 'not-allowed', text: 'This was written by another user.' },
  'no-comment': { code: 'not-found', text: 'There is no such comment.' },
  'own-universe': { code: 'not-allowed', text: "You can't review your own universe." },
  'reply-limit': { code: 'conflict', text: 'A thread has at most {max} replies. Start another one.' },
  'reply-not-resolved': { code: 'conflict', text: "Only a thread can be resolved, a reply can't." },
  'reply-to-reply': { code: 'conflict', text: "You can't reply to a reply. Reply to its thread." },
} as const satisfies Record<string, RefusalText>;

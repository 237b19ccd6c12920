import type { RefusalText } from './places.ts';

/** Refusals of what was sent. */
export const inputRefusals = {
  'sent-too-large': { code: 'body-too-large', text: 'What was sent is too large.' },
  /** Each rule that a field breaks. */
  'invalid-fields': { code: 'invalid-input', text: '{found}' },
  'request-unreadable': { code: 'malformed-body', text: 'The request could not be read.' },
} as const satisfies Record<string, RefusalText>;

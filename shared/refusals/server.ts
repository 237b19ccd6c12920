import type { RefusalText } from './places.ts';

/** Refusals for the load, the place or the state of the server. */
export const serverRefusals = {
  'database-gone': {
    code: 'unavailable',
    text: 'The database does not answer at the moment. Nothing was changed; try again in a few seconds.',
  },
  'disk-damaged': {
    code: 'unavailable',
    text: 'The disk of the server has an error. Nothing was changed; the operator of the server has to look after it.',
  },
  'disk-full': { code: 'unavailable', text: 'There is no room left to save anything. What is there can still be read.' },
  'disk-read-only': {
    code: 'unavailable',
    text: 'Nothing can be saved at the moment: the disk of the server is read-only. What is there can still be read.',
  },
  'server-failed': { code: 'internal-error', text: 'Something went wrong on our side.' },
  'page-not-allowed': { code: 'not-allowed', text: 'This page may not use this server.' },
  'sealed-text-changed': { code: 'internal-error', text: 'A text that is sealed with the key "{key}" was changed.' },
  'sealing-key-missing': { code: 'internal-error', text: 'A text is sealed with the key "{key}", which DATA_KEYS does not have.' },
  'server-stopping': { code: 'unavailable', text: 'The server is stopping. Trying again.' },
  'too-many-requests': { code: 'rate-limited', text: 'Too many requests. {again}' },
} as const satisfies Record<string, RefusalText>;

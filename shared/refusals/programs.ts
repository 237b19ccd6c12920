import type { RefusalText } from './places.ts';

/** Refusals that only programs meet: pages of the client write their requests as they have to be, and languages need not word these. */
export const programRefusals = {
  'address-unreadable': { code: 'malformed-body', text: 'The address holds what is no text.' },
  'body-not-json': { code: 'malformed-body', text: 'The body is not valid JSON.' },
  'body-too-deep': { code: 'malformed-body', text: 'The body is nested more than {max} levels deep.' },
  'computed-differently': { code: 'conflict', text: 'This page computed another universe than the others at tick {tick}.' },
  'flawed-request': { code: 'malformed-body', text: 'The request could not be read: {flaw}.' },
  'kicked-now': { code: 'not-allowed', text: 'The owner has removed you from the room.' },
  'no-message': { code: 'invalid-input', text: 'There is no message "{name}".' },
  'no-page': { code: 'not-found', text: 'There is no {method} {path} here.' },
  'no-parameter-group': { code: 'not-found', text: 'There is no such group of parameters: it is one of {groups}.' },
  'no-route': { code: 'not-found', text: 'There is no {method} {path} in this API.' },
  'no-matchmaking-route': { code: 'not-found', text: 'There is no {method} {path} in matchmaking.' },
  'no-snapshot': { code: 'not-found', text: 'There is no such snapshot.' },
  'no-thumbnail': { code: 'not-found', text: 'There is no thumbnail of this universe yet.' },
  'other-host': { code: 'misdirected-request', text: 'This server is not found under that name.' },
  'room-session-ended': { code: 'no-session', text: 'Your session has ended. Open the universe again.' },
  'room-session-needed': { code: 'no-session', text: 'Who are you? Ask for GET /api/v1/me first, and send its cookie.' },
  'seat-of-other': { code: 'not-allowed', text: 'This seat belongs to another session.' },
  'sends-too-much': { code: 'rate-limited', text: 'Too many messages, or too many that are none.' },
  'snapshot-not-asked-for': { code: 'not-found', text: 'Nobody waits for this snapshot.' },
  'snapshot-part-misplaced': { code: 'conflict', text: 'The part from byte {next} on comes next, and not from {given} on.' },
  'unknown-charset': { code: 'unsupported-media-type', text: 'The charset of the body is not known here.' },
  'unknown-encoding': { code: 'unsupported-media-type', text: 'The encoding of the body is not known here.' },
  'wrong-media-type': { code: 'unsupported-media-type', text: 'Send {type}.' },
} as const satisfies Record<string, RefusalText>;

import type { RefusalText } from './places.ts';

/** Refusals of rooms: who may join, and what members may do there. */
export const roomRefusals = {
  'chat-read-only': { code: 'not-allowed', text: 'Spectators can read the chat and react here, but not write.' },
  'follows-spectator': { code: 'not-allowed', text: "You can't follow a spectator." },
  'hand-of-other': { code: 'not-allowed', text: 'You can only raise your own hand.' },
  kicked: { code: 'not-allowed', text: 'The owner has removed you from the room. {again}' },
  'lowers-hand-of-other': { code: 'not-allowed', text: 'Only the owner can lower the hands of others.' },
  'member-left': { code: 'not-found', text: 'This member is not here any more.' },
  muted: { code: 'not-allowed', text: "The owner has muted you: others can't see what you write or hear what you play." },
  'needs-editor': { code: 'not-allowed', text: 'You are watching this universe; only its editors can change it.' },
  'needs-owner': { code: 'not-allowed', text: 'Only the owner can do that.' },
  'needs-owner-or-editor': { code: 'not-allowed', text: 'Only the owner and the editors can do that.' },
  'presenter-by-owner': { code: 'not-allowed', text: 'Only the owner chooses who presents.' },
  'presenter-is-spectator': { code: 'not-allowed', text: "A spectator can't present." },
  'role-by-owner': { code: 'not-allowed', text: 'Only the owner can change what others may do.' },
  'room-full': { code: 'unavailable', text: 'This universe is full. Trying again.' },
  'room-not-opened': { code: 'unavailable', text: 'The universe could not be opened. Try again.' },
  'spectators-full': { code: 'unavailable', text: 'Too many people are watching. Trying again.' },
  'targets-owner': { code: 'not-allowed', text: "You can't do that to the owner." },
  'targets-yourself': { code: 'not-allowed', text: "You can't do that to yourself." },
  'too-many-joins': { code: 'rate-limited', text: 'Too many people are joining from your address. {again}' },
  'too-often': { code: 'rate-limited', text: 'You did that too often. {again}' },
} as const satisfies Record<string, RefusalText>;

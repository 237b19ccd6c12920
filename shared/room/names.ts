/** Name under which the room is registered and joined. */
export const universeRoomName = 'universe';

/** The messages that a client may send to the room. */
export const clientMessageNames = [
  'edit',
  'transport',
  'cursor',
  'profile',
  'hash',
  'resync',
  'log',
  'ping',
  'attend',
  'follow',
  'view',
  'chat',
  'react',
  'hand',
  'mute',
  'kick',
  'role',
  'present',
] as const;
export type ClientMessageName = (typeof clientMessageNames)[number];

/** The messages of the room about presence, besides its state. */
export const presenceNames = ['cursors', 'view', 'chat', 'reactions'] as const;

/** WebSocket close code for a member whom the owner kicks. */
export const kickedCloseCode = 4403;

/** WebSocket close code for a member who may no longer see the universe. */
export const hiddenCloseCode = 4404;

/** WebSocket close code for a client that sends more than a room takes, or repeats what it refuses. */
export const abuseCloseCode = 4429;

/** Type of the message that confirms a tick while nothing else happens: it goes to every member many times a second, and has no name to be short. */
export const shortConfirmType = 0;

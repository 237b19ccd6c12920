/** Name under which the room is registered, and what joining asks for. */
export const universeRoomName = 'universe';

/** What a client may send to the room. */
export const clientMessageNames = ['edit', 'transport', 'cursor', 'profile', 'hash', 'resync', 'ping'] as const;
export type ClientMessageName = (typeof clientMessageNames)[number];

/** WebSocket close code for whoever may not see the universe any more. */
export const hiddenCloseCode = 4404;

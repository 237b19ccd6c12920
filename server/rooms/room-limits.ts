/** Edits get a tick this far ahead, so that their commit rarely delays the clock. */
export const stampAheadTicks = 3;
export const reconnectionSeconds = 60;
/** More messages per second than the budget of a connection allows: Colyseus does not even decode them. */
export const messagesPerSecond = 2000;
/**
 * Lifetime of a ticket. A user who is admitted by their cookie gets a ticket, which lets one connection in, once. It is the only secret in
 * the URL.
 */
export const ticketSeconds = 30;
/** Characters of `newId`: 142 bits. */
export const seatIdLength = 24;

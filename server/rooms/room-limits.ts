/** Edits are stamped so far ahead that their commit rarely holds up the clock. */
export const stampAheadTicks = 3;
export const reconnectionSeconds = 60;
/** More in a second than a connection's budget could let through: not even decoded. */
export const messagesPerSecond = 2000;
/** Who asked to come in, by their cookie, is given a ticket that lets one connection in, once and so soon. It is all that stands in an address. */
export const ticketSeconds = 30;
/** Of letters of `newId`: 142 bits. */
export const seatIdLength = 24;

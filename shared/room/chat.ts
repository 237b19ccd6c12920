/** Limits of the chat: the characters of a message, and the messages that a newcomer is sent. */
export const chatLimits = { text: { max: 500 }, kept: { max: 100 } } as const;

/** The reactions that a member may send. */
export const reactions = ['clap', 'love', 'fire', 'wonder', 'laugh', 'cheer'] as const;
export type Reaction = (typeof reactions)[number];

/** A chat message, with the name and colour that its author had then. */
export interface ChatLine {
  /** Counts up while the room is open. */
  id: number;
  memberId: string;
  name: string;
  colour: string;
  text: string;
  /** In ms since 1970, by the clock of the server. */
  atMs: number;
}

export interface ChatMessage {
  lines: ChatLine[];
  /** These are all that are kept, as for who joins; else they come after those before. */
  isAll: boolean;
}

/** The number of each reaction since the last message. */
export interface ReactionsMessage {
  counts: Partial<Record<Reaction, number>>;
}

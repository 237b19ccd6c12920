/** Limits of the chat: the characters of a message, and the messages that a new member is sent. */
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
  /** True when these are all stored messages, as for a new member; else they follow the earlier ones. */
  isAll: boolean;
}

/** The number of each reaction since the last message. */
export interface ReactionsMessage {
  counts: Partial<Record<Reaction, number>>;
}

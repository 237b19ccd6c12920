/** What is said in a room: so many characters at most, of which the last so many lines are there for who joins. */
export const chatLimits = { text: { max: 500 }, kept: { max: 100 } } as const;

/** What somebody may let rise over the stage. */
export const reactions = ['clap', 'love', 'fire', 'wonder', 'laugh', 'cheer'] as const;
export type Reaction = (typeof reactions)[number];

/** Something that was said, with the name and colour of whoever said it then. */
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

/** How often each was sent since the last word. */
export interface ReactionsMessage {
  counts: Partial<Record<Reaction, number>>;
}

import { type ChatLine, chatLimits, type Reaction } from '../../../shared/room/chat.ts';
import { maxReactions, reactionsMs } from '../../../shared/room/presence-rates.ts';

type Counts = Partial<Record<Reaction, number>>;

/** The chat of an open room. It is not in the database, and ends with the room. */
export interface Chat {
  /** The last messages, oldest first. */
  readonly lines: readonly ChatLine[];
  say(by: Pick<ChatLine, 'memberId' | 'name' | 'colour'>, text: string): void;
  /** Counts a reaction; the counts are sent in batches, a few times a second. */
  react(reaction: Reaction): void;
  dispose(): void;
}

export function createChat(told: { said(line: ChatLine): void; reacted(counts: Counts): void }): Chat {
  const lines: ChatLine[] = [];
  let lastId = 0;
  let counts: Counts = {};
  let timer: NodeJS.Timeout | null = null;
  const flush = () => {
    timer = null;
    told.reacted(counts);
    counts = {};
  };
  return {
    lines,
    say({ memberId, name, colour }, text) {
      const line = { id: ++lastId, memberId, name, colour, text, atMs: Date.now() };
      lines.push(line);
      if (lines.length > chatLimits.kept.max) lines.shift();
      told.said(line);
    },
    react(reaction) {
      counts[reaction] = Math.min(maxReactions, (counts[reaction] ?? 0) + 1);
      timer ??= setTimeout(flush, reactionsMs);
    },
    dispose() {
      if (timer) clearTimeout(timer);
    },
  };
}

import { historyLimits } from '../../../shared/api/universes/history.ts';
import { cellsOf } from '../../../shared/universe/undo/index.ts';
import type { SignedEdit } from '../../db/repositories/documents/history.ts';
import type { PublicUser } from '../../db/repositories/accounts/users.ts';

/** Successive edits of one user. */
export interface Stretch {
  /** The sequences of its first and its last edit. */
  first: number;
  sequence: number;
  edits: number;
  at: Date;
  author: PublicUser | null;
  changes: string[];
}

/** The pause that ends a stretch, and the maximum length of one. */
const restMs = 20_000;
const maxMs = 120_000;

/** Groups edits, newest first, into stretches. */
export function stretchesOf(edits: readonly SignedEdit[]): Stretch[] {
  const stretches: (Stretch & { userId: string; from: number })[] = [];
  for (const { sequence, edit, userId, createdAt, author } of edits) {
    const last = stretches.at(-1);
    const at = createdAt.getTime();
    const goesOn = last && last.userId === userId && last.from - at <= restMs && last.at.getTime() - at <= maxMs;
    const stretch = goesOn ? last : { sequence, first: sequence, edits: 0, at: createdAt, author, changes: [], userId, from: at };
    if (!goesOn) stretches.push(stretch);
    stretch.first = sequence;
    stretch.from = at;
    stretch.edits += 1;
    for (const cell of cellsOf(edit)) {
      if (stretch.changes.length < historyLimits.changes.max && !stretch.changes.includes(cell)) stretch.changes.push(cell);
    }
  }
  return stretches.map(({ userId: _userId, from: _from, ...stretch }) => stretch);
}

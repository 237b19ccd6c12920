import { z } from 'zod';
import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuseFields } from '../../../shared/refusals/refuse.ts';

/** The place of something in a list: what the list is sorted by, and the id, since many may share that. */
export interface Place {
  value: number;
  id: string;
}

/** More than any sort value, so that each is exact as a number. */
const mostValue = 2 ** 53;

const cursorSchema = z.tuple([z.string(), z.number().min(0).max(mostValue), z.string().regex(/^[0-9A-Za-z]{1,24}$/)]);

/** What follows a place, as an address can carry it. */
function writeCursor(list: string, { value, id }: Place): string {
  return Buffer.from(JSON.stringify([list, value, id])).toString('base64url');
}

/** What of the rows of a list is shown, and where the following page begins: one row more than the limit tells whether there is one. */
export function pageOf<R extends { value: number }>(
  list: string,
  rows: readonly R[],
  limit: number,
  idOf: (row: R) => string,
): { shown: R[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { shown, next: last ? writeCursor(list, { value: last.value, id: idOf(last) }) : null };
}

/** @throws AppError `invalid-input` naming `cursor`, where it is not one of this list, letter for letter. */
export function readCursor(list: string, cursor: string): Place {
  const parsed = cursorSchema.safeParse(parsedOrNull(Buffer.from(cursor, 'base64url').toString()));
  if (parsed.success) {
    const [of, value, id] = parsed.data;
    if (of === list && writeCursor(list, { value, id }) === cursor) return { value, id };
  }
  throw refuseFields([fieldIssue('cursor', cursor, 'cursor-foreign')]);
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import { z } from 'zod';
import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuseFields } from '../../../shared/refusals/refuse.ts';

/** A position in a list: the sort value, and the id because many rows may share that value. */
export interface Place {
  value: number;
  id: string;
}

/** The upper limit of sort values: up to here each is exact as a number. */
const maxValue = 2 ** 53;

const cursorSchema = z.tuple([z.string(), z.number().min(0).max(maxValue), z.string().regex(/^[0-9A-Za-z]{1,24}$/)]);

/** Returns the cursor after a position, safe in a URL. */
function writeCursor(list: string, { value, id }: Place): string {
  return Buffer.from(JSON.stringify([list, value, id])).toString('base64url');
}

/**
 * Returns the rows of the page and the cursor of the next page. `rows` holds up to one row more than the limit, which tells whether there
 * is a next page.
 */
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

/** @throws AppError `invalid-input` naming `cursor`, if it is not exactly a cursor of this list. */
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

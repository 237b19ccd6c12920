import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/** Converts a time to microseconds since 1970, a number that fits into a cursor: times in the database are finer than a `Date`. */
export const microseconds = (column: AnyColumn) => sql<number>`(extract(epoch from ${column}) * 1000000)::double precision`.mapWith(Number);

/** Converts such a number back to a time. */
export function timestampOf(value: number): SQL {
  const whole = Math.floor(value);
  const millisecond = new Date(Math.floor(whole / 1000)).toISOString().slice(0, -1);
  return sql`${`${millisecond}${String(whole % 1000).padStart(3, '0')}Z`}::timestamptz`;
}

/** Returns the condition for rows after a position in a list that is sorted newest first. */
export const isAfter = (moment: AnyColumn, id: AnyColumn, place: { value: number; id: string } | undefined): SQL | undefined =>
  place && sql`(${moment}, ${id}) < (${timestampOf(place.value)}, ${place.id})`;

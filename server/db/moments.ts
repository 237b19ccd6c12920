import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/** A moment as a number that a cursor can hold, since 1970: moments are finer in the database than a `Date` is. */
export const microseconds = (column: AnyColumn) => sql<number>`(extract(epoch from ${column}) * 1000000)::double precision`.mapWith(Number);

/** The moment that such a number is. */
export function timestampOf(value: number): SQL {
  const whole = Math.floor(value);
  const millisecond = new Date(Math.floor(whole / 1000)).toISOString().slice(0, -1);
  return sql`${`${millisecond}${String(whole % 1000).padStart(3, '0')}Z`}::timestamptz`;
}

/** What comes after a place in a list whose newest is first. */
export const isAfter = (moment: AnyColumn, id: AnyColumn, place: { value: number; id: string } | undefined): SQL | undefined =>
  place && sql`(${moment}, ${id}) < (${timestampOf(place.value)}, ${place.id})`;

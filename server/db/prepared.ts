import type { Database } from './database.ts';

/**
 * A query that is asked all the time: its text is made once for each database or transaction that asks it, and PostgreSQL
 * plans it once for each connection. `make` ends with `.prepare(NAME)`; values come in as placeholders.
 */
export function prepared<Q>(make: (db: Database) => Q): (db: Database) => Q {
  const made = new WeakMap<Database, Q>();
  return (db) => {
    const before = made.get(db);
    if (before !== undefined) return before;
    const query = make(db);
    made.set(db, query);
    return query;
  };
}

import type { Database } from './database.ts';

/**
 * Caches a frequent query: its text is made once for each database or transaction that uses it, and PostgreSQL plans it once for each
 * connection. `make` ends with `.prepare(NAME)`; values are placeholders.
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

import type { Database } from '../../db/database.ts';
import { keepAuthors } from '../../db/repositories/accounts/guests.ts';
import { publicUserOf } from '../accounts/user-service.ts';
import type { JournalEntry } from './journal-writer.ts';

/** The maximum size of the cache of authors, which is then cleared. */
const maxKnownAuthors = 10_000;

/** Creates the step that stores the authors of entries, before these are stored: an edit may be the first content that is stored for a guest. */
export function createAuthorKeeper(db: Database): (entries: readonly JournalEntry[]) => Promise<void> {
  /** Users who are known to be stored and marked as authors. */
  const authors = new Set<string>();
  return async (entries) => {
    const fresh = [...new Set(entries.map(({ userId }) => userId))].filter((userId) => !authors.has(userId));
    if (fresh.length === 0) return;
    await keepAuthors(db, fresh.map(publicUserOf));
    if (authors.size > maxKnownAuthors) authors.clear();
    for (const userId of fresh) authors.add(userId);
  };
}

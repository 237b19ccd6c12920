import { and, eq, isNotNull, isNull, ne, or } from 'drizzle-orm';
import { userLimits } from '../../../../shared/api/accounts/user.ts';
import { universeLimits } from '../../../../shared/api/universes/universe.ts';
import { mendLine } from '../../../../shared/text/normalise.ts';
import { searchVersion } from '../../../../shared/text/search.ts';
import { templateLimits } from '../../../../shared/universe/index.ts';
import type { Database } from '../../database.ts';
import { templates, universes, users } from '../../schema.ts';
import { searchEntries } from '../../schema/search-schema.ts';
import { writeSearchEntries } from './search.ts';
import { templateEntry } from '../universes/templates.ts';
import { universeEntry } from '../universes/universes.ts';
import { userEntry } from '../accounts/users.ts';

/** The number of rows of each kind in a batch: the embedded database runs no other queries meanwhile. */
const batch = 200;

const isOutdated = or(isNull(searchEntries.version), ne(searchEntries.version, searchVersion));

/**
 * Writes search entries of some universes, templates and users whose entries are missing or were made by another version, and repairs names
 * that were stored before they were validated.
 * @returns true if there may be more.
 */
export async function refreshSome(db: Database): Promise<boolean> {
  return db.transaction(async (tx) => {
    const counts = [await refreshUniverses(tx), await refreshTemplates(tx), await refreshUsers(tx)];
    return counts.some((count) => count === batch);
  });
}

async function refreshUniverses(tx: Database): Promise<number> {
  const { id, name, description, tags } = universes;
  const found = await tx
    .select({ id, name, description, tags })
    .from(universes)
    .leftJoin(searchEntries, eq(searchEntries.universeId, id))
    .where(isOutdated)
    .limit(batch)
    .for('update', { of: universes });
  for (const row of found) {
    const mended = mendLine(row.name, universeLimits.name.max, 'Untitled universe');
    if (mended === row.name) continue;
    await tx.update(universes).set({ name: mended }).where(eq(id, row.id));
    row.name = mended;
  }
  await writeSearchEntries(tx, 'universeId', found.map(universeEntry));
  return found.length;
}

async function refreshTemplates(tx: Database): Promise<number> {
  const { id, name, sentence, category } = templates;
  const found = await tx
    .select({ id, name, sentence, category })
    .from(templates)
    .leftJoin(searchEntries, eq(searchEntries.templateId, id))
    .where(isOutdated)
    .limit(batch)
    .for('update', { of: templates });
  for (const row of found) {
    const mended = mendLine(row.name, templateLimits.name.max, 'Untitled template');
    if (mended === row.name) continue;
    await tx.update(templates).set({ name: mended }).where(eq(id, row.id));
    row.name = mended;
  }
  await writeSearchEntries(tx, 'templateId', found.map(templateEntry));
  return found.length;
}

/** A guest has an entry if they have chosen a name. */
async function refreshUsers(tx: Database): Promise<number> {
  const { id, displayName } = users;
  const found = await tx
    .select({ id, displayName })
    .from(users)
    .leftJoin(searchEntries, eq(searchEntries.userId, id))
    .where(and(isOutdated, or(isNotNull(users.accountSince), isNotNull(searchEntries.version))))
    .limit(batch)
    .for('update', { of: users });
  for (const row of found) {
    const mended = mendLine(row.displayName, userLimits.displayName.max, 'No name');
    if (mended === row.displayName) continue;
    await tx.update(users).set({ displayName: mended }).where(eq(id, row.id));
    row.displayName = mended;
  }
  await writeSearchEntries(tx, 'userId', found.map(userEntry));
  return found.length;
}

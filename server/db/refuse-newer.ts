import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/api/errors.ts';

/**
 * Refuses a database that a newer version has migrated: this version may not understand its rows.
 * @throws AppError `conflict`
 */
export async function refuseNewerDatabase(query: (text: string) => Promise<{ rows: unknown[] }>, migrationsFolder: string): Promise<void> {
  const { entries } = JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')) as { entries: { when: number }[] };
  const [table] = (await query(`select to_regclass('drizzle.__drizzle_migrations') is not null as there`)).rows as { there: boolean }[];
  if (!table!.there) return;
  const [made] = (await query('select max(created_at) as newest from drizzle.__drizzle_migrations')).rows as { newest: string | null }[];
  if (Number(made!.newest ?? 0) <= Math.max(...entries.map(({ when }) => when))) return;
  throw new AppError(
    'conflict',
    'This database was made by a newer version of Harmonic Universe. Start that version, or use another database.',
  );
}

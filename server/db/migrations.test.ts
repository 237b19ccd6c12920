import { PGlite } from '@electric-sql/pglite';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { beforeAll, expect, it } from 'vitest';
import { notAdditive, readMigrations } from '../testing/migration-policy.ts';
import { migrationsFolder } from './migrations-folder.ts';

/** Statements that are not additive, by their subject, with the reason why they are safe. A new one needs a release before it. */
const exceptions: readonly { tag: string; about: string; reason: string }[] = [
  { tag: '0001_species_and_bodies', about: 'emitters_shape_check', reason: 'a longer list' },
  { tag: '0001_species_and_bodies', about: 'visualization_palette_check', reason: 'a longer list' },
  { tag: '0002_own_scales_and_listening_wells', about: 'music_scale_check', reason: 'a longer list' },
  { tag: '0003_piano', about: 'audio_instrument_check', reason: 'a longer list' },
  { tag: '0005_accounts', about: 'is_guest', reason: 'before the first release' },
  { tag: '0005_accounts', about: 'users_display_name_check', reason: 'the code has always kept to it' },
  { tag: '0005_accounts', about: 'users_colour_check', reason: 'the code has always kept to it' },
  { tag: '0011_story_pins', about: 'comments_reply_check', reason: 'the same rule, over a new column too' },
  { tag: '0013_accounts_by_others', about: '"account_since" =', reason: 'fills a new column' },
  { tag: '0013_accounts_by_others', about: 'users_email_verified_check', reason: 'its new column is empty' },
  { tag: '0013_accounts_by_others', about: 'users_email_check', reason: 'less than the rule before it' },
  { tag: '0013_accounts_by_others', about: 'users_password_check', reason: 'less than the rule before it' },
  {
    tag: '0013_accounts_by_others',
    about: 'users_account_check',
    reason: 'before the first release: a process before it makes no accounts',
  },
  { tag: '0014_preferences_templates_and_history', about: 'templates_name_check', reason: 'files of the server alone stood there' },
  { tag: '0014_preferences_templates_and_history', about: 'templates_sentence_check', reason: 'files of the server alone stood there' },
  { tag: '0014_preferences_templates_and_history', about: 'templates_category_check', reason: 'files of the server alone stood there' },
  { tag: '0014_preferences_templates_and_history', about: 'templates_document_check', reason: 'files of the server alone stood there' },
  { tag: '0014_preferences_templates_and_history', about: 'templates_id_check', reason: 'files of the server alone stood there' },
  { tag: '0017_secret_marks_and_losses', about: 'notifications_lost_check', reason: 'what was written before has a universe' },
  { tag: '0017_secret_marks_and_losses', about: 'notifications_lost_name_check', reason: 'what was written before has a universe' },
  { tag: '0017_secret_marks_and_losses', about: 'notifications_kind_check', reason: 'a longer list' },
  { tag: '0018_trust_accounts', about: 'activity_kind_check', reason: 'a longer list' },
  {
    tag: '0018_trust_accounts',
    about: 'sha256',
    reason: 'sessions are not to be read from the table; a process before it asks its users to sign in again',
  },
  { tag: '0019_guests_kept', about: '"is_kept" =', reason: 'fills a new column' },
];

type Snapshot = ReturnType<typeof generateDrizzleJson>;

const snapshots = readdirSync(join(migrationsFolder, 'meta')).filter((name) => name.endsWith('_snapshot.json'));
const newestSnapshot = JSON.parse(readFileSync(join(migrationsFolder, 'meta', snapshots.toSorted().at(-1)!), 'utf8')) as Snapshot;
let schema: Snapshot;

beforeAll(async () => {
  const names = [
    'schema.ts',
    ...readdirSync(join(import.meta.dirname, 'schema'))
      .filter((name) => name.endsWith('-schema.ts'))
      .map((name) => join('schema', name)),
  ];
  const modules = await Promise.all(
    names.map((name) => import(/* @vite-ignore */ join(import.meta.dirname, name)) as Promise<Record<string, unknown>>),
  );
  schema = generateDrizzleJson(Object.assign({}, ...modules) as Record<string, unknown>);
});

/** Returns everything that PostgreSQL knows about the tables, in a form that can be compared. */
async function described(client: PGlite): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(`
    select format('%s.%s %s%s default %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end, pg_get_expr(d.adbin, d.adrelid)) as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    union all
    select format('%s: %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
    union all
    select indexdef from pg_indexes where schemaname = 'public'
    order by line`);
  return rows.map(({ line }) => line);
}

it('migrates to the declared schema: `npm run db:generate` finds no difference', async () => {
  expect(await generateMigration(newestSnapshot, schema)).toEqual([]);
});

it('migrates an empty database to the same result as the schema at once', async () => {
  const [migrated, declared] = [new PGlite(), new PGlite()];
  await migrate(drizzle({ client: migrated }), { migrationsFolder });
  for (const statement of await generateMigration(generateDrizzleJson({}), schema)) await declared.exec(statement);
  const lines = await described(migrated);
  expect(lines.length).toBeGreaterThan(300);
  expect(lines).toEqual(await described(declared));
  await Promise.all([migrated.close(), declared.close()]);
});

it('only adds, so a process of the previous version keeps working beside the new one', () => {
  const found = readMigrations(migrationsFolder).flatMap((file) => notAdditive(file).map((statement) => ({ tag: file.tag, statement })));
  const isAbout = (exception: (typeof exceptions)[number], { tag, statement }: (typeof found)[number]) =>
    exception.tag === tag && statement.includes(exception.about);
  expect(found.filter((each) => !exceptions.some((exception) => isAbout(exception, each)))).toEqual([]);
  expect(exceptions.filter((exception) => !found.some((each) => isAbout(exception, each)))).toEqual([]);
});

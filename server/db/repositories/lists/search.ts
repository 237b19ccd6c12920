import { type AnyColumn, arrayContains, inArray, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { foldForSearch, lexemesOf, type Phrase, phrasesOf, searchVersion } from '../../../../shared/text/search.ts';
import type { Database } from '../../database.ts';
import { searchEntries } from '../../schema/search-schema.ts';

/** The kind of object that an entry belongs to. */
export type SearchSubject = 'universeId' | 'templateId' | 'userId';

export interface SearchEntry {
  id: string;
  /** Searched separately: no phrase matches across two texts. */
  texts: readonly string[];
  tags?: readonly string[];
}

/** PostgreSQL rejects a vector with longer lexemes. */
const maxLexemeBytes = 2000;

const quoted = (lexeme: string) => `'${lexeme.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;

function vectorOf(texts: readonly string[]): string {
  let from = 1;
  const parts: string[] = [];
  for (const text of texts) {
    const lexemes = lexemesOf(text, from).filter((lexeme) => Buffer.byteLength(lexeme.text) < maxLexemeBytes);
    parts.push(...lexemes.map((lexeme) => `${quoted(lexeme.text)}:${lexeme.position}`));
    from = (lexemes.at(-1)?.position ?? from) + 2;
  }
  return parts.join(' ');
}

const queryOf = (phrases: readonly Phrase[]) =>
  phrases.map((phrase) => `(${phrase.map(({ text, isBeginning }) => quoted(text) + (isBeginning ? ':*' : '')).join(' <-> ')})`).join(' & ');

/** Writes the search entries of these objects. */
export async function writeSearchEntries(db: Database, subject: SearchSubject, entries: readonly SearchEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await db
    .insert(searchEntries)
    .values(
      entries.map(({ id, texts, tags = [] }) => ({
        [subject]: id,
        words: sql`${vectorOf(texts)}::tsvector`,
        tags: tags.map(foldForSearch),
        version: searchVersion,
      })),
    )
    .onConflictDoUpdate({
      target: searchEntries[subject],
      set: { words: sql`excluded.words`, tags: sql`excluded.tags`, version: sql`excluded.version` },
    });
}

/** The number of words that are also searched in the names of owners; the others are only searched in the object itself. */
const maxOwnerWords = 5;
/** The maximum number of owners that a word may match. */
const maxOwners = 200;

/** A kind of object that is searched: the table, and the columns of id and owner. */
export interface Searched {
  subject: SearchSubject;
  table: PgTable;
  id: AnyColumn;
  ownerId: AnyColumn;
}

/** Returns the conditions on an object, all of which must hold. */
export type Search = (searched: Searched) => SQL[];

/** Matches everything. */
export const noSearch: Search = () => [];

/**
 * Builds the search for a text: each word must be found in the object, or in the name of its owner. A text without searchable characters,
 * such as an accent without a letter, finds nothing.
 */
export async function searchFor(db: Database, typed: string): Promise<Search> {
  if (typed.trim() === '') return noSearch;
  const phrases = phrasesOf(typed);
  if (phrases.length === 0) return () => [sql`false`];
  const owners = await selectOwners(db, phrases.slice(0, maxOwnerWords));
  // Words that match no owner are a single query of the index.
  const own = phrases.filter((_, index) => !owners.has(index));
  const either = [...owners].map(([index, ids]) => ({ phrase: phrases[index]!, ids }));
  return ({ subject, table, id, ownerId }) => [
    ...(own.length > 0 ? [sql`${id} in (${idsOf(subject, matches(own))})`] : []),
    ...either.map(
      ({ phrase, ids }) =>
        sql`${id} in (${idsOf(subject, matches([phrase]))} union all select ${id} from ${table} where ${inArray(ownerId, ids)})`,
    ),
  ];
}

const matches = (phrases: readonly Phrase[]) => sql`${searchEntries.words} @@ ${queryOf(phrases)}::tsquery`;

/** Returns the users whose names match a phrase, by the index of the phrase. */
async function selectOwners(db: Database, phrases: readonly Phrase[]): Promise<Map<number, string[]>> {
  const asked = phrases.map((phrase, index) => sql`(${index}::int, ${queryOf([phrase])}::tsquery)`);
  const found = (await db.execute(sql`
    select asked.index, owner.id from (values ${sql.join(asked, sql`, `)}) as asked (index, query)
    cross join lateral (
      select ${searchEntries.userId} as id from ${searchEntries}
      where ${searchEntries.userId} is not null and ${searchEntries.words} @@ asked.query limit ${maxOwners}
    ) as owner`)) as unknown as { rows: { index: number; id: string }[] };
  const owners = new Map<number, string[]>();
  for (const { index, id } of found.rows) owners.set(index, [...(owners.get(index) ?? []), id]);
  return owners;
}

/** Returns the ids of objects whose entry meets a condition. */
const idsOf = (subject: SearchSubject, condition: SQL): SQL =>
  sql`select ${searchEntries[subject]} from ${searchEntries} where ${searchEntries[subject]} is not null and ${condition}`;

/** The condition that a universe has all of these tags, in any spelling variant. */
export const hasTags = (id: AnyColumn, tags: readonly string[]): SQL =>
  sql`${id} in (${idsOf('universeId', arrayContains(searchEntries.tags, tags.map(foldForSearch)))})`;

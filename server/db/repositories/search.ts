import { type AnyColumn, arrayContains, inArray, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { foldForSearch, lexemesOf, type Phrase, phrasesOf, searchVersion } from '../../../shared/text/search.ts';
import type { Database } from '../database.ts';
import { searchEntries } from '../search-schema.ts';

/** What an entry belongs to. */
export type SearchSubject = 'universeId' | 'templateId' | 'userId';

export interface SearchEntry {
  id: string;
  /** Searched one by one: nothing is found that begins in one and ends in another. */
  texts: readonly string[];
  tags?: readonly string[];
}

/** PostgreSQL gives up a vector of more. */
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

/** Writes by what these are found from now on. */
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

/** So many words may be those of an owner's name; the others are looked for in what is searched alone. */
const maxOwnerWords = 5;
/** So many owners of one name are looked at. */
const maxOwners = 200;

/** A thing that is searched: what of it an entry refers to, and whose it is. */
export interface Searched {
  subject: SearchSubject;
  table: PgTable;
  id: AnyColumn;
  ownerId: AnyColumn;
}

/** Conditions on something that is searched, all of which have to hold. */
export type Search = (searched: Searched) => SQL[];

/** A search that lets everything through. */
export const noSearch: Search = () => [];

/**
 * Makes the search for what somebody typed: each word of it has to be found in a thing, or in the name of its owner. What was typed but
 * says nothing, such as an accent without a letter, finds nothing.
 */
export async function searchFor(db: Database, typed: string): Promise<Search> {
  if (typed.trim() === '') return noSearch;
  const phrases = phrasesOf(typed);
  if (phrases.length === 0) return () => [sql`false`];
  const owners = await selectOwners(db, phrases.slice(0, maxOwnerWords));
  // What no owner is called is one question to the index.
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

/** Users whose names a phrase is found in, by the index of the phrase, where there are any. */
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

/** Ids of what fulfils a condition on its entry. */
const idsOf = (subject: SearchSubject, condition: SQL): SQL =>
  sql`select ${searchEntries[subject]} from ${searchEntries} where ${searchEntries[subject]} is not null and ${condition}`;

/** Whether a universe has all of these tags, as people type them. */
export const hasTags = (id: AnyColumn, tags: readonly string[]): SQL =>
  sql`${id} in (${idsOf('universeId', arrayContains(searchEntries.tags, tags.map(foldForSearch)))})`;

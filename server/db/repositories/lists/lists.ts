import { and, desc, eq, gte, inArray, isNull, lte, ne, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { type UniverseList, universeLists } from '../../../../shared/api/universes/lists.ts';
import type { Database } from '../../database.ts';
import { microseconds, timestampOf } from '../../timestamps.ts';
import { prepared } from '../../prepared.ts';
import { isListedPublicly, musicParameters, universes } from '../../schema.ts';
import { favourites } from '../../schema/sharing-schema.ts';
import { isReadableBy, isSharedWith, type UserId } from '../universes/readable.ts';
import { hasTags, noSearch, type Search, searchFor } from './search.ts';
import { isUsed, type UniverseRow } from '../universes/universes.ts';

/** The query of a page of a list. */
export interface ListWish extends ListFilters {
  list: UniverseList;
  userId: string;
  /** The position at which the previous page ended. */
  after?: { value: number; id: string };
  limit: number;
}

interface ListFilters {
  /** As the user typed it: each word must be found in the universe, or in the name of its owner. */
  text: string;
  tags: readonly string[];
  ownerId?: string;
  key?: UniverseKey;
  tempoMin?: number;
  tempoMax?: number;
}

type UniverseKey = typeof musicParameters.$inferSelect.key;

export interface PlacedUniverse {
  universe: UniverseRow;
  /** The sort value: microseconds since 1970, or the popularity. */
  value: number;
}

/** The first page of each list without filters: the most frequent queries, prepared. */
const beginnings = new Map(
  universeLists.map((list) => [
    list,
    prepared((db) =>
      listQuery(db, { list, userId: sql.placeholder('userId'), limit: sql.placeholder('limit'), text: '', tags: [] }).prepare(
        `list-${list}`,
      ),
    ),
  ]),
);

/** Returns a page of a list, in the order of the list. */
export async function selectList(db: Database, wish: ListWish): Promise<PlacedUniverse[]> {
  const { list, userId, limit, text, tags, ...rest } = wish;
  const isPlain = text === '' && tags.length === 0 && Object.values(rest).every((value) => value === undefined);
  return isPlain ? beginnings.get(list)!(db).execute({ userId, limit }) : listQuery(db, wish, await searchFor(db, text));
}

interface ListParts extends ListFilters, Pick<ListWish, 'list' | 'after'> {
  userId: UserId;
  limit: number | Placeholder;
}

/** Returns the statement of a page; `search` is the condition for the text of the query. */
export function listQuery(db: Database, wish: ListParts, search = noSearch) {
  const { list, userId, after, limit } = wish;
  const column = list === 'popular' ? universes.popularity : list === 'favourites' ? favourites.createdAt : universes.updatedAt;
  const value = column === universes.popularity ? sql<number>`${column}`.mapWith(Number) : microseconds(column);
  const query = db.select({ universe: universes, value }).from(universes).$dynamic();
  if (list === 'favourites') {
    query.innerJoin(favourites, and(eq(favourites.universeId, universes.id), eq(favourites.userId, userId)));
  }
  const start = after && (column === universes.popularity ? sql`${after.value}::double precision` : timestampOf(after.value));
  return query
    .where(
      and(membership(db, list, userId), ...filters(db, wish, search), after && sql`(${column}, ${universes.id}) < (${start}, ${after.id})`),
    )
    .orderBy(desc(column), desc(universes.id))
    .limit(limit);
}

/** Returns the condition for universes in a list of a user: only those that the user may see. */
function membership(db: Database, list: UniverseList, userId: UserId): SQL | undefined {
  switch (list) {
    case 'recent':
    case 'popular':
      return and(isListedPublicly(universes), isUsed);
    case 'mine':
      return and(eq(universes.ownerId, userId), isNull(universes.deletedAt), isUsed);
    case 'shared':
      return and(isSharedWith(db, userId), ne(universes.ownerId, userId), isNull(universes.deletedAt));
    case 'favourites':
      return isReadableBy(db, userId);
  }
}

function filters(db: Database, { tags, ownerId, key, tempoMin, tempoMax }: ListFilters, search: Search): (SQL | undefined)[] {
  const music = and(
    key === undefined ? undefined : eq(musicParameters.key, key),
    tempoMin === undefined ? undefined : gte(musicParameters.tempo, tempoMin),
    tempoMax === undefined ? undefined : lte(musicParameters.tempo, tempoMax),
  );
  return [
    ...search({ subject: 'universeId', table: universes, id: universes.id, ownerId: universes.ownerId }),
    ownerId === undefined ? undefined : eq(universes.ownerId, ownerId),
    tags.length > 0 ? hasTags(universes.id, tags) : undefined,
    music && inArray(universes.id, db.select({ id: musicParameters.universeId }).from(musicParameters).where(music)),
  ];
}

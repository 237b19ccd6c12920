import type { RouteQuery, UniverseSummary } from '../../shared/api/contract/contract.ts';
import { listLimits, type UniverseList, universeLists } from '../../shared/api/universes/lists.ts';
import { tagPattern, universeLimits } from '../../shared/api/universes/universe.ts';
import { registry } from '../../shared/parameters/index.ts';
import { lengthOf } from '../../shared/text/characters.ts';
import { clipText } from '../../shared/text/normalise.ts';
import { searchOf } from './search.ts';
import { distinctTags } from './tags.ts';

/** What of the library is looked at. An empty text filters nothing. */
export interface LibraryQuery {
  list: UniverseList;
  words: string;
  tags: readonly string[];
  key: string;
  tempoMin: string;
  tempoMax: string;
}

export interface LibraryView {
  query: LibraryQuery;
  status: 'loading' | 'ready' | 'failed';
  message: string;
  universes: readonly UniverseSummary[];
  /** Cursor of what follows, or null at the end. */
  next: string | null;
  isFetchingMore: boolean;
}

export type LibraryAct =
  /** `isTyping` leaves no step in the history. */
  | { kind: 'ask'; query: LibraryQuery; isTyping?: boolean }
  | { kind: 'more' }
  | { kind: 'again' }
  /** Makes a universe of what a file holds. */
  | { kind: 'bring'; file: File };

export const wholeLibrary: LibraryQuery = { list: 'recent', words: '', tags: [], key: '', tempoMin: '', tempoMax: '' };
export const noLibrary: LibraryView = {
  query: wholeLibrary,
  status: 'loading',
  message: '',
  universes: [],
  next: null,
  isFetchingMore: false,
};

type ListQuery = NonNullable<RouteQuery<'listUniverses'>>;

/** The query as the server is asked for it, and as it stands in the address; what filters nothing is left out. */
export function requestOf({ list, words, tags, key, tempoMin, tempoMax }: LibraryQuery): ListQuery {
  return {
    ...(list === wholeLibrary.list ? {} : { list }),
    ...(words.trim() === '' ? {} : { q: words.trim() }),
    ...(tags.length === 0 ? {} : { tag: [...tags] }),
    ...(key === '' ? {} : { key: key as ListQuery['key'] }),
    ...(tempoMin === '' ? {} : { tempoMin }),
    ...(tempoMax === '' ? {} : { tempoMax }),
  };
}

/** The address of a query. */
export function libraryPath(query: LibraryQuery): string {
  return `/${searchOf(requestOf(query))}`;
}

/** What an address asks for; what the server would refuse of it is left out. */
export function libraryQueryOf(search: string): LibraryQuery {
  const given = new URLSearchParams(search);
  const text = (name: string) => given.get(name) ?? '';
  const tempoMin = tempoOf(text('tempoMin'));
  const tempoMax = tempoOf(text('tempoMax'));
  const isUpsideDown = tempoMin !== '' && tempoMax !== '' && Number(tempoMin) > Number(tempoMax);
  const keys: readonly string[] = registry.music.key.choices;
  return {
    list: universeLists.find((list) => list === text('list')) ?? wholeLibrary.list,
    words: clipText(text('q'), listLimits.words.max),
    tags: distinctTags(given.getAll('tag')).filter(isTag).slice(0, listLimits.tags.max),
    key: keys.includes(text('key')) ? text('key') : '',
    tempoMin,
    tempoMax: isUpsideDown ? '' : tempoMax,
  };
}

const isTag = (tag: string) => lengthOf(tag) <= universeLimits.tag.max && tagPattern.test(tag);

/** A tempo as it was typed, or nothing where there is none such. */
export function tempoOf(text: string): string {
  const { min, max } = registry.music.tempo;
  return /^\d{1,3}$/.test(text) && Number(text) >= min && Number(text) <= max ? text : '';
}

/** How many filters behind the disclosure are set. */
export const filterCount = ({ key, tempoMin, tempoMax }: LibraryQuery) => [key, tempoMin, tempoMax].filter((value) => value !== '').length;

export const hasFilters = (query: LibraryQuery) => libraryPath({ ...query, list: wholeLibrary.list }) !== '/';

import type { RouteQuery, UniverseSummary } from '../../shared/api/contract/contract.ts';
import { listLimits, type UniverseList, universeLists } from '../../shared/api/universes/lists.ts';
import { tagPattern, universeLimits } from '../../shared/api/universes/universe.ts';
import { registry } from '../../shared/parameters/index.ts';
import { lengthOf } from '../../shared/text/characters.ts';
import { clipText } from '../../shared/text/normalise.ts';
import { searchOf } from './search.ts';
import { distinctTags } from './tags.ts';

/** The query of the library. An empty text filters nothing. */
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
  /** Cursor of the next page, or null at the end. */
  next: string | null;
  isFetchingMore: boolean;
}

export type LibraryAct =
  /** `isTyping` adds no entry to the browser history. */
  | { kind: 'ask'; query: LibraryQuery; isTyping?: boolean }
  | { kind: 'more' }
  | { kind: 'again' }
  /** Creates a universe from a file. */
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

/** Builds the query of the request and of the address; filters that are not set are left out. */
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

/** Returns the address of a query. */
export function libraryPath(query: LibraryQuery): string {
  return `/${searchOf(requestOf(query))}`;
}

/** Reads the query of an address; drops what the server would refuse. */
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

/** Returns a typed tempo, or '' if it is invalid. */
export function tempoOf(text: string): string {
  const { min, max } = registry.music.tempo;
  return /^\d{1,3}$/.test(text) && Number(text) >= min && Number(text) <= max ? text : '';
}

/** Counts the active filters behind the disclosure. */
export const filterCount = ({ key, tempoMin, tempoMax }: LibraryQuery) => [key, tempoMin, tempoMax].filter((value) => value !== '').length;

export const hasFilters = (query: LibraryQuery) => libraryPath({ ...query, list: wholeLibrary.list }) !== '/';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listQuerySchema } from '../../shared/api/universes/list-schemas.ts';
import { libraryPath, type LibraryQuery, libraryQueryOf, requestOf, wholeLibrary } from './library.ts';

const searchOf = (query: LibraryQuery) => libraryPath(query).slice(1);

describe('the address of the library', () => {
  it('is the front page without a query', () => {
    expect(libraryPath(wholeLibrary)).toBe('/');
    expect(libraryQueryOf('')).toEqual(wholeLibrary);
  });

  it('round-trips a query', () => {
    const query: LibraryQuery = {
      list: 'popular',
      words: 'slow bells',
      tags: ['deep space', 'lo-fi'],
      key: 'F♯',
      tempoMin: '60',
      tempoMax: '90',
    };
    expect(libraryQueryOf(searchOf(query))).toEqual(query);
  });

  it('drops what the server would refuse', () => {
    const query = libraryQueryOf('?list=all&key=H&tempoMin=900&tempoMax=1e2&tag=a,b&tag=A&tag=a&other=1');
    expect(query).toEqual({ ...wholeLibrary, tags: ['a'] });
    expect(libraryQueryOf('?tempoMin=90&tempoMax=80')).toMatchObject({ tempoMin: '90', tempoMax: '' });
  });

  it('always makes a query that the server accepts', () => {
    const name = fc.constantFrom('list', 'q', 'tag', 'key', 'tempoMin', 'tempoMax');
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('mine', 'C', '60', '240', 'İİİİİİİİİİİİİİİİİİİİİİİİ'));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 12 }), (pairs) => {
        const query = libraryQueryOf(`?${new URLSearchParams(pairs)}`);
        expect(listQuerySchema.safeParse(requestOf(query)).success).toBe(true);
        expect(libraryQueryOf(searchOf(query))).toEqual({ ...query, words: query.words.trim() });
      }),
    );
  });
});

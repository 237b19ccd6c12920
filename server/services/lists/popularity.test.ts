import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Popularity, withFavourite, withoutFavourite } from './popularity.ts';

const none: Popularity = { favouriteCount: 0, popularity: 0 };
const dayMs = 24 * 60 * 60 * 1000;
const day = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * dayMs);
const all = (moments: readonly Date[]) => moments.reduce(withFavourite, none);

describe('popularity', () => {
  it('rises by one each half-life of a week', () => {
    expect(all([day(0)])).toEqual({ favouriteCount: 1, popularity: 0 });
    expect(all([day(70)])).toEqual({ favouriteCount: 1, popularity: 10 });
    expect(all([day(70), day(70)])).toEqual({ favouriteCount: 2, popularity: 11 });
  });

  it('weighs one favourite of today as much as two of last week', () => {
    expect(all([day(28), day(28)]).popularity).toBeCloseTo(all([day(35)]).popularity, 12);
    expect(all([day(28), day(28), day(28)]).popularity).toBeGreaterThan(all([day(35)]).popularity);
  });

  it('is the logarithm of the sum, in any order of the favourites', () => {
    const moments = fc.array(fc.double({ min: 0, max: 3000, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(moments, (days) => {
        const latest = Math.max(...days) / 7;
        const sum = latest + Math.log2(days.reduce((total, at) => total + 2 ** (at / 7 - latest), 0));
        const there = all(days.map(day));
        const back = all(days.map(day).reverse());
        expect(there.favouriteCount).toBe(days.length);
        expect(there.popularity).toBeCloseTo(sum, 6);
        expect(back.popularity).toBeCloseTo(sum, 6);
      }),
    );
  });

  it('drops the weight of a removed favourite', () => {
    const moments = fc.array(fc.double({ min: 300, max: 330, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(moments, fc.double({ min: 300, max: 330, noNaN: true }), (days, at) => {
        const before = all(days.map(day));
        const after = withoutFavourite(withFavourite(before, day(at)), day(at));
        expect(after.favouriteCount).toBe(before.favouriteCount);
        expect(after.popularity).toBeCloseTo(before.popularity, 6);
      }),
    );
  });

  it('stays within the range of the column, and returns to zero', () => {
    const moment = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 20 }), (moments) => {
        let standing = all(moments);
        for (const at of moments) {
          standing = withoutFavourite(standing, at);
          expect(standing.popularity).toBeGreaterThanOrEqual(0);
          expect(standing.popularity).toBeLessThan(1e9);
        }
        expect(standing).toEqual(none);
      }),
    );
  });
});

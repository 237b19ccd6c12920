import { expect, it } from 'vitest';
import { advancePiece, barsPerPhrase, createPosition, sectionNames } from '../../shared/music/index.ts';
import { phrasesAhead, type PieceScalars, plannedSections, sectionOf } from './piece.ts';

const [intro, build, peak, breakSection, , ending] = sectionNames.keys();
const at = (scalars: Partial<PieceScalars>): PieceScalars => ({
  tick: 0,
  movement: 0,
  section: build,
  nextSection: peak,
  sectionBar: 0,
  sectionBars: 16,
  intensity: 0.5,
  ...scalars,
});

it('says which section plays, how far it is, and what comes in how many bars', () => {
  expect(sectionOf(at({ sectionBar: 10.25 }), { form: 0.7 })).toEqual({
    name: 'build',
    next: 'peak',
    barsLeft: 6,
    phrases: 4,
    phrasesOver: 10.25 / 4,
  });
  expect(sectionOf(at({ sectionBar: 16 }), { form: 0.7 })).toMatchObject({ barsLeft: 1, phrasesOver: 4 });
});

it('has no section without form, and before the piece begins', () => {
  expect(sectionOf(at({}), { form: 0 })).toBeNull();
  expect(sectionOf(at({ sectionBars: 0 }), { form: 1 })).toBeNull();
  expect(sectionOf(null, { form: 1 })).toBeNull();
});

it('looks ahead as the piece goes on, from any phrase, for any seed', () => {
  for (let seed = 0; seed < 5; seed++) {
    const position = createPosition();
    const played = Array.from({ length: 60 }, (_, phrase) => {
      advancePiece(position, seed, phrase * barsPerPhrase, 'none');
      return { ...position, phrase };
    });
    for (const { movement, section, nextSection, sectionPhrase, sectionPhrases, phrase } of played.slice(0, 30)) {
      const scalars = at({
        movement,
        section,
        nextSection,
        sectionBar: (phrase - sectionPhrase) * barsPerPhrase + 1.5,
        sectionBars: sectionPhrases * barsPerPhrase,
      });
      const ahead = phrasesAhead(scalars, seed);
      for (const then of played.slice(phrase, phrase + 25))
        expect(ahead.next().value).toMatchObject({ movement: then.movement, section: then.section });
    }
  }
});

it('follows a bend', () => {
  const ahead = phrasesAhead(at({ section: peak, nextSection: breakSection, sectionBar: 3, sectionBars: 4 }), 1);
  expect([ahead.next(), ahead.next()].map(({ value }) => value.section as number)).toEqual([peak, breakSection]);
});

it('plans a movement with all sections, but for intros that are not played again', () => {
  const beginnings = new Set<number>();
  for (let seed = 0; seed < 20; seed++) {
    const position = createPosition();
    for (let phrase = 0, before = -1; phrase < 100; phrase++) {
      advancePiece(position, seed, phrase * barsPerPhrase, 'none');
      if (position.movement === before) continue;
      before = position.movement;
      const planned = plannedSections(seed, before);
      expect(planned[0]!.section).toBe(position.section);
      expect(planned.at(-1)!.section).toBe(ending);
      expect(planned.map(({ at: begin }) => begin)).toEqual(
        planned.map((_, index) => planned.slice(0, index).reduce((sum, { phrases }) => sum + phrases.length, 0)),
      );
      beginnings.add(position.section);
    }
  }
  expect(beginnings).toEqual(new Set([intro, build]));
});

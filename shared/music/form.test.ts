import { expect, it } from 'vitest';
import { plannedPlaces } from '../../tests/support/planned-piece.ts';
import { arrangements, partLetters, sectionNames } from './arrangements.ts';
import {
  advancePiece,
  answeredBar,
  arrangementOf,
  barsPerPhrase,
  beginsSection,
  type Bend,
  chordFigure,
  createPosition,
  endsSection,
  leadRests,
  textureFigure,
} from './form.ts';

const barsOfPiece = 160;
const seeds = Array.from({ length: 30 }, (_, seed) => seed);

/** Names of the sections that a piece plays, with the bar in which each begins, when particles do something from a bar on. */
function sectionsWith(seed: number, bars: number, bend: Bend, fromBar: number): [string, number][] {
  const position = createPosition();
  const found: [string, number][] = [];
  for (let bar = 0; bar < bars; bar++) {
    advancePiece(position, seed, bar, bar >= fromBar ? bend : 'none');
    if (bar === position.sectionPhrase * barsPerPhrase) found.push([sectionNames[position.section], bar]);
  }
  return found;
}

it.each(arrangements.map((arrangement, index) => [index, arrangement] as const))(
  'arranges every part to rest for two phrases or more, and all to play at the peak (arrangement %i)',
  (_, arrangement) => {
    const phrases = sectionNames.flatMap((name) => arrangement[name]);
    for (const part of partLetters) expect(phrases.filter(({ parts }) => !parts.includes(part)).length, part).toBeGreaterThanOrEqual(2);
    for (const { parts } of arrangement.peak) expect([...parts].sort()).toEqual([...partLetters].sort());
    for (const { parts } of phrases) expect(parts).not.toBe('t');
    const loudest = Math.max(...phrases.map(({ intensity }) => intensity));
    expect(Math.max(...arrangement.peak.map(({ intensity }) => intensity))).toBe(loudest);
  },
);

it('plays the sections in order, then goes on with another arrangement', () => {
  for (const seed of seeds) {
    const names = sectionsWith(seed, barsOfPiece, 'none', 0).map(([name]) => name);
    expect(names.slice(0, sectionNames.length)).toEqual(sectionNames);
    expect(['intro', 'build']).toContain(names[sectionNames.length]);
    expect(arrangementOf(seed, 1)).not.toBe(arrangementOf(seed, 0));
  }
  expect(new Set(seeds.map((seed) => arrangementOf(seed, 0))).size).toBe(arrangements.length);
});

it('marks the first and the last bar of each section', () => {
  const places = plannedPlaces(7, barsOfPiece);
  places.forEach((place, bar) => {
    if (bar > 0) expect(beginsSection(place)).toBe(endsSection(places[bar - 1]));
  });
  expect(places.filter(beginsSection).length).toBeGreaterThan(6);
});

it('is called to its peak by a storm, and to the break by stillness, at the end of a phrase', () => {
  for (const seed of seeds) {
    const [, [, build]] = sectionsWith(seed, barsOfPiece, 'none', 0);
    expect(sectionsWith(seed, build + 12, 'storm', build + 1).slice(2)).toEqual([['peak', build + 4]]);
    const [, , [, peak]] = sectionsWith(seed, barsOfPiece, 'none', 0);
    expect(sectionsWith(seed, peak + 8, 'stillness', peak + 1).slice(3)).toEqual([['break', peak + 4]]);
  }
});

it('goes through all sections under a storm or stillness that lasts', () => {
  for (const bend of ['storm', 'stillness'] as const) {
    const names = sectionsWith(3, barsOfPiece, bend, 8).map(([name]) => name);
    expect(names.filter((name) => name === 'ending').length).toBeGreaterThan(0);
    expect(names.indexOf('peak')).toBeLessThan(names.indexOf('break'));
  }
});

it('brings the theme back, with other phrases between, and has a new one after two movements', () => {
  for (const seed of seeds) {
    const phrases = plannedPlaces(seed, 3 * barsOfPiece).filter(({ barInPhrase }) => barInPhrase === 0);
    const themes = phrases.filter(({ letter }) => letter === 0).map(({ material }) => material);
    expect(themes.length).toBeGreaterThan(phrases.length * 0.4);
    expect(themes.length).toBeLessThan(phrases.length * 0.7);
    expect(new Set(themes.slice(0, 10)).size).toBe(1);
    expect(new Set(themes).size).toBeGreaterThan(1);
    expect(new Set(phrases.map(({ material }) => material)).size).toBeGreaterThan(8);
  }
});

it('lets the melody rest in the first bar among others and sometimes later, but not for most of the time', () => {
  for (const seed of seeds) {
    const places = plannedPlaces(seed, 64);
    const rests = places.map((place) => leadRests(place, seed));
    expect(rests[0]).toBe(places[0].parts.length > 2);
    expect(rests.filter(Boolean).length).toBeLessThan(24);
  }
});

it('lets the texture answer in bars in which the melody rests and both play, in more than half of the pieces within two minutes', () => {
  let dialogues = 0;
  for (const seed of seeds) {
    const places = plannedPlaces(seed, 64);
    const answers = places.filter((place) => answeredBar(place, seed) >= 0);
    for (const place of answers) {
      expect(leadRests(place, seed)).toBe(true);
      expect(place.parts).toMatch(/l.*t/);
      expect(answeredBar(place, seed)).toBeLessThan(place.barInPhrase);
    }
    if (answers.length > 0) dialogues += 1;
  }
  expect(dialogues).toBeGreaterThan(seeds.length / 2);
});

it('has layers whose cycles realign with each other and with the phrases only after minutes', () => {
  for (const seed of seeds) {
    const [place] = plannedPlaces(seed, 1);
    const figures = Array.from({ length: 60 }, (_, bar) => textureFigure(bar, seed, place!));
    const cycle = figures.indexOf(figures[0]!, 1);
    expect([5, 7]).toContain(cycle);
    figures.forEach((figure, bar) => expect(figure).toBe(figures[bar % cycle]));
    const chords = Array.from({ length: 60 }, (_, bar) => chordFigure(bar, { ...place!, letter: 2 }));
    expect(chords.indexOf(chords[0]!, 1)).toBe(3);
    // Phrases of four bars, chords of three and a texture of five: 60 bars, two minutes at 120 BPM.
    expect(barsPerPhrase * 3 * cycle).toBeGreaterThanOrEqual(60);
    // A theme returns with its figure.
    expect(new Set([0, 1, 2, 3].map((bar) => chordFigure(bar, { ...place!, letter: 0 }))).size).toBe(1);
  }
});

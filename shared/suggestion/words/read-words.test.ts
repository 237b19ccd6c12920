import { describe, expect, it } from 'vitest';
import { parameterPatchSchema } from '../../parameters/index.ts';
import { conceptOf, concepts, type ConceptName } from './concepts.ts';
import { listed, lexicons } from './lexicon.ts';
import { readWords } from './read-words.ts';

const english = (sentence: string) => readWords(sentence, 'en');
const german = (sentence: string) => readWords(sentence, 'de');
const only = (reading: ReturnType<typeof readWords>) => {
  expect(reading).toMatchObject({ chips: [{}], unknown: [] });
  return reading.chips[0]!;
};

describe('lexicon', () => {
  for (const [language, { names, entries, modifiers, silentWords }] of Object.entries(lexicons)) {
    it(`has at least 120 names, each of one concept (${language})`, () => {
      const all = Object.values(names).flatMap(listed);
      expect(all.filter((name, i) => all.indexOf(name) !== i)).toEqual([]);
      expect(all.length).toBeGreaterThanOrEqual(120);
    });

    it(`uses no name for two purposes (${language})`, () => {
      expect([...entries.keys()].filter((name) => silentWords.has(name))).toEqual([]);
      expect([...entries.keys()].filter((name) => Object.hasOwn(modifiers, name) && name !== 'far')).toEqual([]);
    });

    it(`reads each of its names as what it names (${language})`, () => {
      for (const [concept, list] of Object.entries(names) as [ConceptName, string][])
        for (const name of listed(list)) {
          const reading = readWords(name, language as keyof typeof lexicons);
          expect(reading, name).toMatchObject({ chips: [{ text: name }], unknown: [] });
          expect(reading.chips[0]!.targets, name).toEqual(conceptOf(concept).targets ?? {});
        }
    });
  }

  it('sets only values that the registry allows, and asks for places on the pads', () => {
    for (const name of Object.keys(concepts) as ConceptName[]) {
      const { values, without, targets = {}, steps = {} } = conceptOf(name);
      for (const patch of [values, without]) if (patch) expect(parameterPatchSchema.safeParse(patch).success, name).toBe(true);
      for (const number of [...Object.values(targets), ...Object.values(steps)]) expect(Math.abs(number), name).toBeLessThanOrEqual(1);
    }
    for (const { entries } of Object.values(lexicons))
      for (const [name, { values }] of entries) if (values) expect(parameterPatchSchema.safeParse(values).success, name).toBe(true);
  });
});

describe('words', () => {
  it('reads a scene in either language', () => {
    for (const reading of [english('A rainy night'), german('Eine regnerische Nacht')]) {
      expect(reading.unknown).toEqual([]);
      expect(reading.chips).toHaveLength(2);
      expect(reading.chips[0]!.values).toEqual({ ambience: 'water' });
      expect(reading.chips[1]!.targets.bright).toBeLessThan(-0.5);
    }
  });

  it.each([
    ['en', 'wilder', 'wild', 1],
    ['en', 'more calm', 'wild', -1],
    ['en', 'calmer', 'wild', -1],
    ['en', 'less dense', 'dense', -1],
    ['en', 'denser', 'dense', 1],
    ['en', 'not so dark', 'bright', 1],
    ['en', 'too bright', 'bright', -1],
    ['en', 'not less sparse', 'dense', -1],
    ['de', 'etwas heller', 'bright', 1],
    ['de', 'viel ruhiger', 'wild', -1],
    ['de', 'nicht so dunkel', 'bright', 1],
    ['de', 'dunklere Farben', 'bright', -1],
    ['de', 'weniger dicht', 'dense', -1],
    ['de', 'wärmer', 'tense', -1],
    ['de', 'zu hell', 'bright', -1],
  ] as const)('reads "%s: %s" as a way from where the universe is', (language, sentence, axis, sign) => {
    const chip = readWords(sentence, language).chips[0]!;
    expect(chip.relative).toBe(true);
    expect(Math.sign(chip.targets[axis]!)).toBe(sign);
  });

  it('tells an inflected adjective from a comparative', () => {
    expect(
      only(german('ein heller Tag').chips.length === 2 ? { chips: [german('ein heller Tag').chips[0]!], unknown: [] } : german(''))
        .relative,
    ).toBe(false);
    expect(german('heller').chips[0]!.relative).toBe(true);
    expect(only(german('düstere')).relative).toBe(false);
  });

  it('weighs by degree', () => {
    const way = (sentence: string) => only(german(sentence)).targets.bright!;
    expect(way('etwas heller')).toBeLessThan(way('heller'));
    expect(way('heller')).toBeLessThan(way('viel heller'));
    expect(only(english('very calm')).targets.wild).toBeLessThan(only(english('calm')).targets.wild!);
    expect(only(english('extremely wild')).targets.wild).toBe(1);
  });

  it('turns round what is denied, without its values', () => {
    const chip = only(english('not sad'));
    expect(chip.targets.bright).toBeGreaterThan(0);
    expect(chip.values).toBeUndefined();
    expect(only(english('no drums'))).toMatchObject({ values: { drumLevel: -60 }, targets: {} });
    expect(only(german('ohne Schlagzeug')).values).toEqual({ drumLevel: -60 });
    expect(english('no rain, calm').chips[1]!.targets.wild).toBeLessThan(0);
  });

  it('names instruments, scales, keys, meters and tempos', () => {
    expect(only(english('piano')).values).toEqual({ instrument: 'piano' });
    expect(only(german('Klavier')).values).toEqual({ instrument: 'piano' });
    expect(only(english('in D minor')).values).toEqual({ key: 'D', scale: 'natural-minor' });
    expect(only(english('e flat harmonic minor')).values).toEqual({ key: 'D♯', scale: 'harmonic-minor' });
    expect(only(german('h-Moll')).values).toEqual({ key: 'B', scale: 'natural-minor' });
    expect(only(english('in 3/4')).values).toEqual({ meter: '3/4' });
    expect(only(english('90 bpm')).values).toEqual({ tempo: 90 });
    expect(english('9000 bpm').chips).toEqual([]);
    expect(only(english('slower')).steps!.tempo).toBeLessThan(0);
    expect(only(german('schneller')).steps!.tempo).toBeGreaterThan(0);
  });

  it('reads the longest phrase', () => {
    expect(only(english('deep sea')).values).toEqual({ palette: 'ocean', ambience: 'water' });
    expect(only(german('unter Wasser')).text).toBe('unter Wasser');
  });

  it('reports the words that it does not know, as they were written', () => {
    expect(english('a calm Xylofoo with Brontosaurus').unknown).toEqual(['Xylofoo', 'Brontosaurus']);
    expect(german('ruhig wie ein Quastenflosser').unknown).toEqual(['Quastenflosser']);
    expect(english('')).toEqual({ chips: [], unknown: [] });
  });

  it('says which words a chip stands for', () => {
    expect(german('Bitte viel ruhiger und nicht so dunkel').chips.map(({ text }) => text)).toEqual(['viel ruhiger', 'nicht so dunkel']);
  });
});

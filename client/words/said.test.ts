import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { preferenceChoices } from '../../shared/api/accounts/preferences.ts';
import { readDictionaries, type Translation, translationReport } from '../../tests/support/dictionaries.ts';
import { choices, ofRegistry, readCode, readSaid, units } from '../../tests/support/said.ts';
import { english } from './en/sentences.ts';

const code = readCode();
const dictionaries = await readDictionaries();

it('reads what the interface says: templates, code, the registry, templates of universes', () => {
  expect(code.sentences.size).toBeGreaterThan(300);
  expect(choices).toEqual(expect.arrayContaining(['Natural minor', 'Just', 'Inverse square', 'Open']));
  expect(units).toContain('turns/bar');
  const said = readSaid();
  const [template] = code.sentences;
  for (const sentence of [template!, english[0], ofRegistry[0]!, 'Every drop that lands plucks a string.'])
    expect(said.toTranslate, sentence).toContain(sentence);
});

it('has each English sentence once, and none that is unused', () => {
  expect(english.filter((sentence, index) => english.indexOf(sentence) !== index)).toEqual([]);
  expect(english.filter((sentence) => !code.texts.has(sentence))).toEqual([]);
});

it('reports missing and unused translations', () => {
  const said = { toTranslate: new Set(['Play', 'Stop']), known: new Set(['Play', 'Stop', 'Pause']) };
  const dictionary = { Play: 'Los', Pause: 'Pause', Rewind: 'Zurück' };
  expect(translationReport({ language: 'xx', dictionary }, said)).toEqual(['xx does not say: Stop', 'xx says of nothing: Rewind']);
});

it('has a folder for each language of the preferences, and no other', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).toSorted()).toEqual(preferenceChoices.language.filter((choice) => choice !== 'system').toSorted());
  expect(dictionaries.map(({ language }) => language)).toEqual(folders.map(({ name }) => name).filter((name) => name !== 'en'));
});

it.each(dictionaries)('has the same placeholders in each sentence of $language', ({ dictionary }: Translation) => {
  const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const [sentence, translated] of Object.entries(dictionary)) expect(placesOf(translated), sentence).toEqual(placesOf(sentence));
});

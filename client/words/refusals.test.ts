import { describe, expect, it } from 'vitest';
import { refusals, userRefusals } from '../../shared/refusals/catalogue.ts';
import { allRules, programRules, rules } from '../../shared/refusals/rules.ts';
import { waitTexts } from '../../shared/refusals/wait-texts.ts';
import { readDictionaries, refusalReport } from '../../tests/support/dictionaries.ts';

const none = { refusals: {}, rules: {}, waits: {} };

it('reports the refusals, rules and waits that a language does not say, those for programs left out, and those that are gone', () => {
  const dictionary = { refusals: { 'no-universe': '', gone: '' }, rules: { wrong: '', 'cursor-foreign': '' }, waits: { week: '' } };
  const report = refusalReport({ language: 'xx', dictionary: {}, refusals: dictionary });
  expect(report).toContain('xx does not say the refusal: no-user');
  expect(report).toContain('xx does not say the rule: missing');
  expect(report).toContain('xx does not say the wait: hours');
  expect(report.filter((line) => line.includes('of nothing'))).toEqual([
    'xx says of nothing the refusal: gone',
    'xx says of nothing the wait: week',
  ]);
  expect(report.filter((line) => /no-universe|no-route|wrong$|cursor-foreign/.test(line))).toEqual([]);
  const all = Object.keys({ ...userRefusals }).length + Object.keys(rules).length + Object.keys(waitTexts).length;
  expect(refusalReport({ language: 'xx', dictionary: {}, refusals: none })).toHaveLength(all);
  expect(Object.keys(programRules).length).toBeGreaterThan(5);
});

describe.each(await readDictionaries())('the refusals of $language', ({ language, refusals: said }) => {
  const english = Object.fromEntries(Object.entries(refusals).map(([reason, { text }]) => [reason, text]));
  it.runIf(language === 'de')('are many', () => {
    for (const list of Object.values(said)) expect(Object.keys(list).length).toBeGreaterThan(5);
  });

  it.each([
    ['refusals', said.refusals, english],
    ['rules', said.rules, allRules],
    ['waits', said.waits, waitTexts],
  ] as [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>][])(
    'have the same places in their %s',
    (_, theirs, ours) => {
      const placesOf = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
      const known = Object.entries(theirs).filter(([reason]) => Object.hasOwn(ours, reason));
      for (const [reason, text] of known) expect(placesOf(text), reason).toEqual(placesOf(ours[reason]));
    },
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { expect, it } from 'vitest';
import { type Field, registry, topics } from '../../shared/parameters/index.ts';
import { causeOf, noteRules } from '../../shared/simulation/note.ts';
import { emitterFields, wellFields } from '../../shared/universe/index.ts';
import { fieldNames, readRefusals, zodRules } from '../../tests/support/refusals.ts';
import { readTemplateWords } from '../../tests/support/template-words.ts';
import { labelOfChoice } from '../ui/format.ts';
import { german } from './de/index.ts';
import { sentencesOf } from './markup.ts';
import { sensesInRegistry } from './of-registry.ts';

const client = join(import.meta.dirname, '..');
const dictionary: Readonly<Record<string, string>> = german;

interface Node {
  type: string;
  [key: string]: unknown;
}

/** What the code of the interface says: sentences of its templates, and all its texts. */
function readCode() {
  const sentences = new Set<string>();
  const texts = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const { type, tag, template, quasis, value } = node as Node & Record<'tag' | 'template', Node & { quasis: { cooked: string }[] }>;
    if (type === 'TaggedTemplateExpression' && (tag.value === 'html' || tag.value === 'svg')) {
      for (const sentence of sentencesOf(template.quasis.map(({ cooked }) => cooked))) sentences.add(sentence);
    }
    if (type === 'StringLiteral') texts.add(String(value));
    if (type === 'TemplateLiteral' && (quasis as unknown[]).length === 1) texts.add((quasis as { cooked: string }[])[0]!.cooked);
    Object.entries(node).forEach(([key, child]) => key !== 'span' && visit(child));
  };
  for (const path of readdirSync(client, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts') || path.endsWith('.test.ts') || path.startsWith(join('words', 'de'))) continue;
    visit(parseSync(readFileSync(join(client, path), 'utf8'), { syntax: 'typescript', decorators: true }).body);
  }
  return { sentences, texts };
}

const fieldsOf = (fields: Readonly<Record<string, Field>>) => Object.values(fields);
const fields = [...Object.values(registry), emitterFields, wellFields].flatMap(fieldsOf);
/** Of choices and units, those that are words: no names of notes, metres, tunings and chords, and no signs of measures. */
const choices = fields
  .flatMap((field) => (field.kind === 'choice' ? field.choices.map(labelOfChoice) : []))
  .filter((text) => /^\p{L}[\p{Ll} ]{2,}$/u.test(text));
const units = fields.flatMap((field) => ('unit' in field ? field.unit : [])).filter((text) => /\p{Ll}{3}/u.test(text));

/** What the registry says of parameters and things, as the dictionary has it. */
const ofRegistry = [...fields.flatMap(({ label, help }) => [label, help]), ...choices, ...units, ...Object.values(topics)].map(
  (text) => sensesInRegistry[text] ?? text,
);
/** Why notes sound. */
const ofNotes = noteRules.flatMap((rule) => [labelOfChoice(rule), causeOf(rule)]);

const code = readCode();
const ofTemplates = readTemplateWords();

it('knows each sentence of each template', () => {
  expect(code.sentences.size).toBeGreaterThan(300);
  expect([...code.sentences].filter((sentence) => !Object.hasOwn(dictionary, sentence))).toEqual([]);
});

it('knows what the registry says, and why notes sound', () => {
  expect(choices).toEqual(expect.arrayContaining(['Natural minor', 'Just', 'Inverse square', 'Open']));
  expect(units).toContain('turns/bar');
  expect([...ofRegistry, ...ofNotes].filter((text) => !Object.hasOwn(dictionary, text))).toEqual([]);
});

it('knows what the templates that come with the product say', () => {
  expect(ofTemplates.filter((text) => !Object.hasOwn(dictionary, text))).toEqual([]);
});

it('knows nothing that is not said', () => {
  const refusals = [...readRefusals().values()].flatMap((texts) => [...texts]);
  const said = new Set([
    ...code.sentences,
    ...code.texts,
    ...ofRegistry,
    ...ofNotes,
    ...ofTemplates,
    ...refusals,
    ...zodRules,
    ...fieldNames,
  ]);
  expect(Object.keys(dictionary).filter((sentence) => !said.has(sentence))).toEqual([]);
});

it('has the same places in each sentence', () => {
  const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const [sentence, said] of Object.entries(dictionary)) expect(placesOf(said), sentence).toEqual(placesOf(sentence));
});

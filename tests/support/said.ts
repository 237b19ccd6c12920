import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { labelOfChoice } from '../../client/ui/format.ts';
import { english } from '../../client/words/en/sentences.ts';
import { sentencesOf } from '../../client/words/markup.ts';
import { sensesInRegistry } from '../../client/words/of-registry.ts';
import { type Field, registry, topics } from '../../shared/parameters/index.ts';
import { causeOf, noteRules } from '../../shared/simulation/note.ts';
import { emitterFields, wellFields } from '../../shared/universe/index.ts';
import { readTemplateWords } from './template-words.ts';

const client = join(import.meta.dirname, '../../client');

interface Node {
  type: string;
  [key: string]: unknown;
}

/** Reads the texts of the client's code: the sentences of its templates, and all string literals, without dictionaries. */
export function readCode(): { sentences: ReadonlySet<string>; texts: ReadonlySet<string> } {
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
    if (!path.endsWith('.ts') || path.endsWith('.test.ts') || /^words\/\w+\//.test(path)) continue;
    visit(parseSync(readFileSync(join(client, path), 'utf8'), { syntax: 'typescript', decorators: true }).body);
  }
  return { sentences, texts };
}

const fieldsOf = (fields: Readonly<Record<string, Field>>) => Object.values(fields);
const fields = [...Object.values(registry), emitterFields, wellFields].flatMap(fieldsOf);
/** Choices and units that are words: no names of notes, meters, tunings and chords, and no symbols of units. */
export const choices = fields
  .flatMap((field) => (field.kind === 'choice' ? field.choices.map(labelOfChoice) : []))
  .filter((text) => /^\p{L}[\p{Ll} ]{2,}$/u.test(text));
export const units = fields.flatMap((field) => ('unit' in field ? field.unit : [])).filter((text) => /\p{Ll}{3}/u.test(text));

/** Texts of the registry about parameters, emitters and wells, as keys of a dictionary, and the rules and causes of notes. */
export const ofRegistry: readonly string[] = [
  ...[...fields.flatMap(({ label, help }) => [label, help]), ...choices, ...units, ...Object.values(topics)].map(
    (text) => sensesInRegistry[text] ?? text,
  ),
  ...noteRules.flatMap((rule) => [labelOfChoice(rule), causeOf(rule)]),
];

export interface SaidSentences {
  /** Sentences that a dictionary must contain. */
  readonly toTranslate: ReadonlySet<string>;
  /** Texts that a dictionary may contain: also texts that are only shown in passing, such as names of fields. */
  readonly known: ReadonlySet<string>;
}

/** Reads all English texts that users see. */
export function readSaid(): SaidSentences {
  const code = readCode();
  const toTranslate = new Set([...code.sentences, ...english, ...ofRegistry, ...readTemplateWords()]);
  return { toTranslate, known: new Set([...toTranslate, ...code.texts]) };
}

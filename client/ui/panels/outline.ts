import { type Field, type Topic, topics } from '../../../shared/parameters/index.ts';
import { sayOfRegistry } from '../../words/of-registry.ts';
import { say, saySense } from '../../words/words.ts';

type Named = [name: string, field: Field];

/** Fields that are folded under one heading. */
export interface Section {
  topic: Topic | typeof rest;
  title: string;
  fields: Named[];
  /** Number of fields that differ from their defaults. */
  changed: number;
}

/** The heading of fields without a topic that are not at hand because others are put forward. */
export const rest = 'rest';

/** Returns a title. A title that is also the name of a field has its own translation, for several of them. */
function titleOf(topic: Section['topic']): string {
  if (topic === 'species') return saySense('Species (several)');
  return topic === rest ? say('More') : sayOfRegistry(topics[topic]);
}

/** The layout of a panel's fields: the most important at hand, the rest by topic, all in the order of the registry. */
export interface Outline {
  essentials: Named[];
  sections: Section[];
}

/**
 * Returns the outline of a record of fields with these values, without fields that have no effect now. If some of the fields are put
 * forward, these are at hand instead of the usual ones.
 */
export function outlineOf(
  fields: Readonly<Record<string, Field>>,
  values: Readonly<Record<string, unknown>>,
  putForward: readonly string[] = [],
): Outline {
  const isChosen = putForward.some((name) => Object.hasOwn(fields, name));
  const outline: Outline = { essentials: [], sections: [] };
  for (const [name, field] of Object.entries(fields)) {
    if (field.onlyWith && !field.onlyWith.is.includes(values[field.onlyWith.field] as string | boolean)) continue;
    if (isChosen ? putForward.includes(name) : field.essential || !field.topic) {
      outline.essentials.push([name, field]);
      continue;
    }
    const topic = field.topic ?? rest;
    let section = outline.sections.find((entry) => entry.topic === topic);
    if (!section) outline.sections.push((section = { topic, title: titleOf(topic), fields: [], changed: 0 }));
    section.fields.push([name, field]);
    if (values[name] !== field.default) section.changed += 1;
  }
  return outline;
}

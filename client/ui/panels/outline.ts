import { type Field, type Topic, topics } from '../../../shared/parameters/index.ts';
import { sayOfRegistry } from '../../words/of-registry.ts';
import { say, saySense } from '../../words/words.ts';

type Named = [name: string, field: Field];

/** Fields that stand folded under one heading. */
export interface Section {
  topic: Topic | typeof rest;
  title: string;
  fields: Named[];
  /** How many of them are not as usual. */
  changed: number;
}

/** The heading of what would be at hand, had other things not been put forward, and has no other. */
export const rest = 'rest';

/** What is called as one of its fields is, it is called for many of them. */
function titleOf(topic: Section['topic']): string {
  if (topic === 'species') return saySense('Species (several)');
  return topic === rest ? say('More') : sayOfRegistry(topics[topic]);
}

/** How a panel lays out its fields: what matters most at hand, the rest by topic, all in the order of the registry. */
export interface Outline {
  essentials: Named[];
  sections: Section[];
}

/**
 * The outline of a record of fields with these values; what has no effect as things stand is left out. Where some of them are put forward,
 * they are at hand in place of what usually is.
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

import { uniformAt } from '../../shared/math/generator.ts';
import { crossed, type Freedom, mutated, scopes } from '../../shared/suggestion/index.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';
import { readTemplates } from '../../tests/support/templates.ts';

const seed = 20_261;

/** A proposal beside the universe that it is for. */
export interface Tried {
  readonly start: UniverseDocument;
  readonly proposal: UniverseDocument;
  readonly freedom: Freedom;
}

/** Returns proposals for the templates in turn, with any amount of freedom: half of them variations, half children with another template. */
export function proposals(count: number): Tried[] {
  const templates = readTemplates().map(({ document }) => document);
  return Array.from({ length: count }, (_, key) => {
    const start = templates[key % templates.length]!;
    const other = templates[Math.floor(uniformAt(seed, key, 1) * templates.length)]!;
    const freedom: Freedom = { scopes, amount: uniformAt(seed, key, 2), locked: [] };
    const child = uniformAt(seed, key, 3) < 0.5 ? crossed(start, other, freedom, key) : start;
    return { start, proposal: mutated(child, freedom, key), freedom };
  });
}

import { mutated, crossed, type Freedom, scopes } from '../../shared/suggestion/index.ts';
import { uniformAt } from '../../shared/math/generator.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';
import { readTemplates } from '../../tests/support/templates.ts';

const seed = 20_261;
const children = 240;
const freedom: Freedom = { scopes, amount: 0.5, locked: [] };

/** Returns the universes by which descriptions are normalised: the templates, and varied children of two of them. */
export function population(): UniverseDocument[] {
  const templates = readTemplates().map(({ document }) => document);
  const pick = (child: number, parent: number) => templates[Math.floor(uniformAt(seed, child, parent) * templates.length)]!;
  return [
    ...templates,
    ...Array.from({ length: children }, (_, child) => mutated(crossed(pick(child, 1), pick(child, 2), freedom, child), freedom, child)),
  ];
}

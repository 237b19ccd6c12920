/** `npm run suggestion-norms`: writes `shared/suggestion/norms.ts`, by which descriptions are normalised, and what some templates measured. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { descriptors, measure } from '../../shared/suggestion/descriptors.ts';
import { observe } from '../../shared/suggestion/observe/observe.ts';
import { readTemplate } from '../../tests/support/templates.ts';
import { population } from './population.ts';
import { referencesPath, type References, referenceTemplates } from './references.ts';
import { registryMark } from './registry-mark.ts';

const normsPath = join(import.meta.dirname, '..', '..', 'shared', 'suggestion', 'norms.ts');

const digits = 5;
const short = (value: number) => Number(value.toPrecision(digits));

/** Returns the value below which a share of sorted values lies. */
const quantile = (sorted: readonly number[], share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;

/** The median, and half of the range from the 10th to the 90th of a hundred; where that is narrow, what most of all differ by. */
function normOf(values: readonly number[]): [centre: number, spread: number] {
  const sorted = values.toSorted((a, b) => a - b);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return [short(quantile(sorted, 0.5)), short(Math.max((quantile(sorted, 0.9) - quantile(sorted, 0.1)) / 2, deviation))];
}

const rows = population().map((document) => measure(observe(document)));
const values = descriptors.map(({ name }, index) => `    ${name}: [${normOf(rows.map((row) => row[index]!)).join(', ')}],`);
writeFileSync(
  normsPath,
  `import type { DescriptorName } from './descriptors.ts';

/** What is usual over the templates and children of them, by descriptor: the middle and the spread. Made by \`npm run suggestion-norms\`. */
export const norms = {
  /** The registry that they were made with. */
  version: '${registryMark()}',
  values: {
${values.join('\n')}
  },
} as const satisfies { version: string; values: Readonly<Record<DescriptorName, readonly [centre: number, spread: number]>> };
`,
);
const references: References = Object.fromEntries(
  referenceTemplates.map((id) => {
    const raw = measure(observe(readTemplate(id).document));
    return [id, Object.fromEntries(descriptors.map(({ name }, index) => [name, short(raw[index]!)]))];
  }),
);
writeFileSync(referencesPath, `${JSON.stringify(references, null, 2)}\n`);

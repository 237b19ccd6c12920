/** `npm run norms`: writes `shared/suggestion/norms.ts`, by which descriptions are normalised, and what some templates measured. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { descriptors, measure, noticedDifferences } from '../../shared/suggestion/descriptors.ts';
import { observe } from '../../shared/suggestion/observe/observe.ts';
import { readTemplate, readTemplates } from '../../tests/support/templates.ts';
import { population } from './population.ts';
import { referencesPath, type References, referenceTemplates } from './references.ts';
import { registryMark } from './registry-mark.ts';

const normsPath = join(import.meta.dirname, '..', '..', 'shared', 'suggestion', 'norms.ts');

const digits = 5;
const short = (value: number) => Number(value.toPrecision(digits));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Seeds besides that of a template, and a larger number of particles, with which a universe should measure the same. */
const otherSeeds = [101, 102];
const manyParticles = 4000;
/** Least share of a value that is counted as that of the universe. */
const leastReliability = 0.25;

/** Returns the value below which a share of sorted values lies. */
const quantile = (sorted: readonly number[], share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;

/**
 * Returns the variance of each descriptor in one universe, over seeds and numbers of particles. The difference of two values has twice the
 * variance of one.
 */
function noiseOf(): number[] {
  const squares = readTemplates().map(({ document }) => {
    const plain = measure(observe(document));
    const others = [...otherSeeds.map((seed) => observe({ ...document, seed })), observe(document, manyParticles)].map(measure);
    return descriptors.map((_, index) => mean(others.map((other) => (other[index]! - plain[index]!) ** 2)) / 2);
  });
  return descriptors.map((_, index) => mean(squares.map((row) => row[index]!)));
}

/**
 * The median; and half of the range from the 10th to the 90th of a hundred, or what most of all differ by where that is narrow. The spread
 * is wider for what is uncertain: so its values are nearer to the middle, as the best guess of the true one is.
 */
function normOf(values: readonly number[], noise: number, noticed: number): [centre: number, spread: number] {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = mean(values);
  const variance = mean(values.map((value) => (value - middle) ** 2));
  const spread = Math.max((quantile(sorted, 0.9) - quantile(sorted, 0.1)) / 2, Math.sqrt(variance));
  const reliability = Math.max(leastReliability, 1 - noise / variance);
  return [short(quantile(sorted, 0.5)), short(Math.max(noticed, spread / reliability))];
}

const rows = population().map((document) => measure(observe(document)));
const noise = noiseOf();
const values = descriptors.map(
  ({ name }, index) =>
    `    ${name}: [${normOf(
      rows.map((row) => row[index]!),
      noise[index]!,
      noticedDifferences[index]!,
    ).join(', ')}],`,
);
writeFileSync(
  normsPath,
  `import type { DescriptorName } from './descriptors.ts';

/** What is usual over the templates and children of them, by descriptor: the middle and the spread. Made by \`npm run norms\`. */
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

import { describe, distance } from '../../shared/suggestion/index.ts';
import { readTemplates } from '../../tests/support/templates.ts';
import { type Finding, judge } from '../form/judge.ts';
import { median, rounded } from '../statistics.ts';

const seeds = [11, 12, 13, 14, 15, 16];
/** Numbers of particles between which a description should not change. */
const [few, many] = [400, 6000];

const nearest = (values: Float64Array, among: readonly Float64Array[]) => {
  const distances = among.map((other) => distance(values, other));
  return distances.indexOf(Math.min(...distances));
};

/** Measures how far apart a universe is from itself, with another seed and with more particles, as a share of the median distance of two universes. */
export function judgeStability(): { findings: Record<string, Finding>; figures: Record<string, unknown> } {
  const documents = readTemplates().map(({ document }) => document);
  const plain = documents.map((document) => describe(document).values);
  const between = median(plain.flatMap((values, index) => plain.slice(0, index).map((other) => distance(values, other))));
  const seeded = seeds.flatMap((seed) => documents.map((document, index) => ({ index, values: describe({ ...document, seed }).values })));
  const ofSeeds = seeded.map(({ index, values }) => distance(values, plain[index]!) / between);
  const ofCaps = documents.map((document) => distance(describe(document, few).values, describe(document, many).values) / between);
  const found = seeded.filter(({ index, values }) => nearest(values, plain) === index).length / seeded.length;
  return {
    findings: {
      seed_distance: judge(new Map([['the median', median(ofSeeds)]]), { max: 0.15 }),
      cap_distance: judge(new Map([['the median', median(ofCaps)]]), { max: 0.2 }),
      retrieval_over_seeds: judge(new Map([[`${seeded.length} universes`, found]]), { min: 0.98 }),
    },
    figures: {
      distance_of_universes: rounded(between),
      seed_distance_most: rounded(Math.max(...ofSeeds)),
      cap_distance_most: rounded(Math.max(...ofCaps)),
    },
  };
}

import { exp } from '../math/exact.ts';
import { uniformAt } from '../math/generator.ts';
import { type DescriptorGroup, descriptors } from './descriptors.ts';
import { distance } from './distance.ts';
import { createPreference, type Preference } from './preference.ts';

/** How many universes are supposed to be sought. */
const supposedCount = 1500;
/** Noise of a choice: a difference of distance that is felt e times as often as not. */
const noise = 0.12;
const groups: readonly DescriptorGroup[] = ['motion', 'music', 'sound', 'look'];

/** Supposes a universe that takes each group of descriptors from one of a library. */
function supposedOf(library: readonly Float64Array[], key: number): Float64Array {
  const from = new Map(groups.map((group, i) => [group, library[Math.floor(uniformAt(31, key, i) * library.length)]]));
  return Float64Array.from(descriptors, ({ group }, index) => from.get(group)![index]);
}

/**
 * Returns a preference of a user who seeks a universe made of parts of a library, as most that people like are: each choice makes those
 * that are near the chosen one, and far from the others, more likely. The utility is the negative distance from them, in units of the
 * noise of a choice. It learns in few choices what a preference without suppositions needs many for, and errs where nothing supposed is
 * sought: the two are used together.
 */
function createSupposition(library: readonly Float64Array[]): Preference {
  const sought = Array.from({ length: library.length > 0 ? supposedCount : 0 }, (_, key) => supposedOf(library, key));
  const weights = new Float64Array(sought.length).fill(1 / Math.max(1, sought.length));
  let choices = 0;

  return {
    get choices() {
      return choices;
    },
    choose(chosen, others) {
      if (others.length === 0) return;
      choices++;
      let sum = 0;
      sought.forEach((one, i) => {
        const far = distance(chosen, one);
        let odds = 1;
        for (const other of others) odds += exp((far - distance(other, one)) / noise);
        sum += weights[i] /= odds;
      });
      for (let i = 0; i < weights.length; i++) weights[i] /= sum;
    },
    judge(values) {
      let [mean, square] = [0, 0];
      sought.forEach((one, i) => {
        if (weights[i] < 1e-6) return;
        const worth = -distance(values, one) / noise;
        mean += weights[i] * worth;
        square += weights[i] * worth * worth;
      });
      return { mean, deviation: Math.sqrt(Math.max(0, square - mean * mean)) };
    },
  };
}

/**
 * Returns a preference that begins with suppositions about what is sought and learns beyond them: the sum of the utilities of a
 * supposition over a library and of a preference that supposes nothing. `library`: values of described universes.
 */
export function createInformedPreference(library: readonly Float64Array[]): Preference {
  const parts = [createSupposition(library), createPreference()] as const;
  return {
    get choices() {
      return parts[0].choices;
    },
    choose(chosen, others) {
      for (const part of parts) part.choose(chosen, others);
    },
    judge(values) {
      const [supposed, free] = parts.map((part) => part.judge(values));
      return {
        mean: supposed.mean + free.mean,
        deviation: Math.sqrt(supposed.deviation * supposed.deviation + free.deviation * free.deviation),
      };
    },
  };
}

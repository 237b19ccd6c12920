import { type ParameterKey, type ParameterPatch } from '../../parameters/index.ts';
import { axes, type Axis, type PadPlace } from '../axes.ts';
import type { Concept } from './concepts.ts';
import type { Comparison, Modifier } from './language.ts';

/** What a word of a sentence was taken to ask for: to be shown, and to be corrected by who wrote it. */
export interface Chip {
  /** The words as they were written. */
  readonly text: string;
  /** Places on the axes; when relative, ways from where the universe is, where 2 is from end to end. */
  readonly targets: Partial<PadPlace>;
  readonly relative: boolean;
  readonly values?: ParameterPatch;
  /** Shares of the range of numbers by which it moves them, on their own scales. */
  readonly steps?: Readonly<Partial<Record<ParameterKey, number>>>;
}

/** Way of a comparative as a share of the place of its word, and that of what is denied. */
const comparedWay = 0.6;
const deniedShare = 0.5;

/** What the modifiers before a word, and its ending, make of it. */
interface Said {
  denied: boolean;
  compared: boolean;
  degree: number;
}

/** Returns what modifiers say. "Not so dark" and "too dark" both ask for less of it than there is. */
function saidBy(modifiers: readonly Modifier[], comparison: Comparison): Said {
  const has = (kind: Modifier['kind']) => modifiers.some((modifier) => modifier.kind === kind);
  const degree = modifiers.reduce((product, { by = 1 }) => product * by, comparison === 'most' ? 1.5 : 1);
  const complains = has('too') || (has('so') && has('not'));
  return {
    denied: has('not') !== has('less') || complains,
    compared: comparison === 'more' || has('more') || has('less') || complains,
    degree,
  };
}

const scaled = <Key extends string>(values: Readonly<Partial<Record<Key, number>>>, by: number) =>
  Object.fromEntries(Object.entries<number | undefined>(values).map(([key, value]) => [key, (value ?? 0) * by])) as Partial<
    Record<Key, number>
  >;

/** Returns the targets of a concept times a factor, held on the pads. */
function targetsBy(targets: Partial<PadPlace>, by: number, most: number): Partial<PadPlace> {
  const held: Partial<Record<Axis, number>> = {};
  for (const axis of axes) {
    const target = targets[axis];
    if (target !== undefined) held[axis] = Math.min(most, Math.max(-most, target * by));
  }
  return held;
}

/** Returns the chip of a concept under its modifiers. */
export function chipOf(text: string, concept: Concept, modifiers: readonly Modifier[], comparison: Comparison): Chip {
  const { denied, compared, degree } = saidBy(modifiers, comparison);
  const { targets = {}, values, steps, without } = concept;
  const sign = denied ? -1 : 1;
  if (compared)
    return {
      text,
      relative: true,
      targets: targetsBy(targets, sign * degree * comparedWay, 2),
      ...(steps && { steps: scaled(steps, sign * degree * comparedWay) }),
    };
  if (denied && without) return { text, relative: false, targets: {}, values: without };
  const factor = denied ? -deniedShare : degree;
  return {
    text,
    relative: false,
    targets: targetsBy(targets, factor, 1),
    ...(values && !denied && { values }),
    ...(steps && { steps: scaled(steps, factor) }),
  };
}

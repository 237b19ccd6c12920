import {
  axes,
  type Axis,
  createApproach,
  describe,
  descriptorIndex,
  type DescriptorName,
  faultOf,
  type Freedom,
  type PadPlace,
  placeOf,
  readWords,
  type SpokenLanguage,
  targetsOfChips,
  withWords,
} from '../../shared/suggestion/index.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';
import { type ReadTemplate, readTemplates } from '../../tests/support/templates.ts';
import { judge } from '../form/judge.ts';
import { mean, median, quantile, rounded } from '../statistics.ts';
import type { PartFindings } from './core.ts';

/** What users might write; each axis is asked for by several, in both directions. */
const sentences: readonly (readonly [SpokenLanguage, string])[] = [
  ['en', 'storm'],
  ['en', 'a rainy night'],
  ['en', 'calm'],
  ['en', 'wilder'],
  ['en', 'darker'],
  ['en', 'sad'],
  ['en', 'happy'],
  ['en', 'less dense'],
  ['en', 'sparkling'],
  ['en', 'tense'],
  ['en', 'peaceful'],
  ['en', 'empty'],
  ['en', 'scary'],
  ['en', 'not so dark'],
  ['en', 'fast'],
  ['de', 'ruhig'],
  ['de', 'viel ruhiger'],
  ['de', 'etwas heller'],
  ['de', 'düster'],
  ['de', 'dicht'],
  ['de', 'spärlich'],
  ['de', 'Gewitter'],
  ['de', 'ein Wiegenlied'],
  ['de', 'fröhlich'],
  ['de', 'einsam'],
  ['de', 'wütend'],
  ['de', 'entspannt'],
  ['de', 'weniger wild'],
  ['de', 'nicht so dunkel'],
  ['de', 'dissonant'],
];

/**
 * What only a simulation tells of each axis. Places count parameters too, such as the glow, which the words set themselves; a direction
 * that these descriptors agree with was not merely set.
 */
const simulated: Readonly<Record<Axis, readonly DescriptorName[]>> = {
  wild: ['speed', 'activity', 'drums'],
  bright: ['highs', 'register'],
  dense: ['notes', 'melody', 'texture', 'coverage'],
  tense: ['tension', 'chordRichness'],
};

const everything: Freedom = { scopes: ['physics', 'music', 'sound', 'look', 'things'], amount: 1, locked: [] };

/** Trials after the first proposal; a user waits a second or two for them. */
const trials = Number(process.env.SUGGESTION_TRIALS ?? 7);
/** Remaining share of the way with which a trial is the last. */
const enough = 0.15;

/** What a sentence did to a template. */
interface Outcome {
  readonly sentence: string;
  /** By axis that was named: whether the first proposal measured a move in the direction asked for. */
  readonly right: ReadonlyMap<Axis, boolean>;
  /** The same by the descriptors that only a simulation tells. */
  readonly rightSimulated: readonly boolean[];
  /** Remaining share of the way after the first proposal, and after the trials. */
  readonly first: number;
  readonly left: number;
  /** Mean move of the axes that were not named, in the first proposal. */
  readonly stray: number;
  readonly faults: number;
}

function outcomeOf(start: UniverseDocument, values: Float64Array, [language, sentence]: readonly [SpokenLanguage, string]): Outcome {
  const from = placeOf(values);
  const { chips } = readWords(sentence, language);
  const targets = targetsOfChips(chips, from);
  const approach = createApproach(from, targets);
  let [faults, first, stray] = [0, 1, 0];
  const right = new Map<Axis, boolean>();
  const rightSimulated: boolean[] = [];
  for (let trial = 0; trial <= trials && approach.left > enough; trial++) {
    const proposal = withWords(start, chips, from, everything, approach.aim());
    const description = describe(proposal);
    const place = placeOf(description.values);
    const isFaulty = faultOf(start, proposal, description, everything) !== null;
    approach.tell(isFaulty ? null : place);
    if (isFaulty) faults++;
    if (trial > 0) continue;
    first = remaining(from, targets, place);
    stray = mean(axes.filter((axis) => targets[axis] === undefined).map((axis) => Math.abs(place[axis] - from[axis])));
    for (const axis of axes) {
      const way = (targets[axis] ?? from[axis]) - from[axis];
      if (way === 0) continue;
      right.set(axis, way * (place[axis] - from[axis]) > 0);
      const change = simulated[axis].map(descriptorIndex).reduce((sum, i) => sum + description.values[i] - values[i], 0);
      rightSimulated.push(way * change > 0);
    }
  }
  return { sentence, right, rightSimulated, first, left: approach.left, stray, faults };
}

/** Share of the way that remains at a place, on the axes that were named. */
function remaining(from: PadPlace, targets: Partial<PadPlace>, place: PadPlace): number {
  const length = (at: PadPlace) => Math.hypot(...axes.map((axis) => (targets[axis] ?? at[axis]) - at[axis]));
  return length(place) / length(from);
}

/** Returns the templates that are judged: every n-th, so that a few are unlike one another. */
function chosenTemplates(): ReadTemplate[] {
  const all = readTemplates();
  const count = Math.min(all.length, Number(process.env.SUGGESTION_TEMPLATES ?? all.length));
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]);
}

/** Measures what sentences do to templates: bars are .85 of the directions, .75 on every axis, and .45 of the way left after trials. */
export function judgeWords(): PartFindings {
  const templates = chosenTemplates();
  const outcomes = templates.flatMap(({ document }) => {
    const { values } = describe(document);
    return sentences.map((sentence) => outcomeOf(document, values, sentence));
  });
  const shareRight = (list: readonly boolean[]) => rounded(list.filter(Boolean).length / list.length);
  const byAxis = new Map(axes.map((axis) => [axis, shareRight(outcomes.flatMap(({ right }) => right.get(axis) ?? []))]));
  const left = outcomes.map((outcome) => outcome.left);
  const bySentence = Map.groupBy(outcomes, ({ sentence }) => sentence);
  const worst = [...bySentence]
    .map(([sentence, list]) => [sentence, rounded(mean(list.map((outcome) => outcome.left)))] as const)
    .toSorted(([, a], [, b]) => b - a);
  return {
    findings: {
      directions: judge(new Map([['all', shareRight(outcomes.flatMap(({ right }) => [...right.values()]))]]), { min: 0.85 }),
      directionsByAxis: judge(byAxis, { min: 0.75 }),
      wayLeft: judge(new Map([['mean', mean(left)]]), { max: 0.45 }),
    },
    figures: {
      templates: templates.length,
      sentences: sentences.length,
      trials,
      directionsByAxis: Object.fromEntries(byAxis),
      directionsBySimulated: shareRight(outcomes.flatMap(({ rightSimulated }) => rightSimulated)),
      wayLeftByFirst: rounded(mean(outcomes.map(({ first }) => first))),
      wayLeftMedian: rounded(median(left)),
      wayLeftWorstTenth: rounded(quantile(left, 0.9)),
      strayOfFirst: rounded(mean(outcomes.map(({ stray }) => stray).filter((stray) => !Number.isNaN(stray)))),
      faults: rounded(mean(outcomes.map(({ faults }) => faults))),
      worstSentences: worst.slice(0, 5),
    },
  };
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentArbitrary, editArbitrary } from '../../../tests/support/arbitraries.ts';
import { correlation } from '../../../tests/support/correlation.ts';
import { listen, ofPart, openQuietSimulation } from '../../../tests/support/listen.ts';
import { barsPerPhrase, chordDegrees, maxTimes, nearestDegree, weightOf, widestLeap, widestStep } from '../../music/index.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import type { Edit, LoggedEdit } from '../../universe/index.ts';
import { createSimulation } from '../simulation.ts';
import { strongWeight } from '../systems/compose-lead.ts';
import { buildLeadRange } from './lead-range.ts';
import { buildBarStep } from './bar-step.ts';

interface Sung {
  degree: number;
  low: number;
  high: number;
  isStrong: boolean;
  chord: number[];
  /** The meaning of the degrees. */
  scale: readonly number[];
  tonic: number;
  /** The number of restarts of the universe, and its phrase. */
  run: number;
  phrase: number;
}

/** Records the composed melody of a universe with the constraints of each note, without played notes. */
function sing(simulation: ReturnType<typeof createSimulation>, ticks: number, edits: readonly LoggedEdit[]): Sung[] {
  const sung: Sung[] = [];
  const out = { low: 0, high: 0, home: 0 };
  const degrees = new Int32Array(5);
  const restarts = edits.filter(({ edit }) => edit.kind === 'restart');
  for (let count = 0; count < ticks; count++) {
    simulation.step(edits.filter(({ tick }) => tick === simulation.tick + 1));
    const note = simulation.notes.find(({ part, rule }) => part === 'lead' && rule !== 'played');
    const moment = buildBarStep(simulation.world)();
    if (!note || !moment) continue;
    const { scale, tonic } = moment;
    buildLeadRange(simulation.world)(moment, out);
    const { root, stack } = simulation.world.stores.Composer;
    const chordNotes = chordDegrees(scale, root[0], stack[0], degrees);
    const isStrong = weightOf(moment.parameters.meter, moment.step) >= strongWeight;
    const degree = nearestDegree(scale, tonic, note.midi);
    const chord = [...degrees.subarray(0, chordNotes)].map((own) => own % scale.length);
    const run = restarts.filter(({ tick }) => tick <= simulation.tick).length;
    sung.push({ degree, ...out, isStrong, chord, scale, tonic, run, phrase: moment.place.phrase });
  }
  return sung;
}

/** True when the degrees of two notes mean the same, in the same run. */
const goesOn = (one: Sung, other: Sung) => one.run === other.run && one.scale === other.scale && one.tonic === other.tonic;

function expectKept(sung: readonly Sung[]): void {
  let times = 1;
  sung.forEach((note, index) => {
    const { degree, low, high, isStrong, chord, scale } = note;
    const size = scale.length;
    expect(degree >= low && degree <= high, `${degree} in ${low}..${high}`).toBe(true);
    if (isStrong) expect(chord).toContain(((degree % size) + size) % size);
    const last = sung[index - 1];
    // A walk starts again at a restart, with another scale, or when its last note is out of the range.
    if (!last || !goesOn(last, note) || last.degree < low || last.degree > high) {
      times = 1;
      return;
    }
    const move = degree - last.degree;
    // A phrase begins anew, within an octave.
    if (last.phrase !== note.phrase) {
      times = 1;
      expect(Math.abs(move)).toBeLessThanOrEqual(size);
      return;
    }
    times = move === 0 ? times + 1 : 1;
    expect(times).toBeLessThanOrEqual(maxTimes);
    expect(Math.abs(move)).toBeLessThanOrEqual(widestLeap(size));
    const before = sung[index - 2];
    if (!before || !goesOn(before, note) || before.phrase !== last.phrase) return;
    if (before.degree < last.low || before.degree > last.high) return;
    const leap = last.degree - before.degree;
    if (Math.abs(leap) <= widestStep(size)) return;
    expect(move * leap, `answer to a leap of ${leap}`).toBeLessThan(0);
    expect(Math.abs(move)).toBeLessThanOrEqual(widestStep(size));
  });
}

/** Changes edits so that the melody stays audible. */
const audible = (edit: Edit): Edit =>
  edit.kind === 'parameters.set' ? { ...edit, values: { ...edit.values, leadLevel: -6, particleCount: 300 } } : edit;

it('never breaks a constraint over random universes and edits', () => {
  let notes = 0;
  fc.assert(
    fc.property(documentArbitrary, fc.array(editArbitrary, { maxLength: 8 }), (document, edits) => {
      const parameters: ParameterValues = { ...document.parameters, particleCount: 300, leadLevel: -6 };
      const simulation = createSimulation({ ...document, parameters });
      const log = edits.map((edit, sequence) => ({ sequence, tick: 60 + 70 * sequence, edit: audible(edit) }));
      const sung = sing(simulation, 600, log);
      notes += sung.length;
      expectKept(sung);
    }),
    { numRuns: 25 },
  );
  expect(notes).toBeGreaterThan(10);
});

it('keeps every constraint through a long and lively melody', () => {
  for (const values of [
    { noteDensity: 4, melodyRange: 1, rhythmComplexity: 0.8 },
    { noteDensity: 2, melodyRange: 0.1, harmony: 1, scale: 'chromatic' },
    { noteDensity: 3, scale: 'minor-pentatonic', tempo: 170, progression: 'modal' },
  ] as const) {
    const sung = sing(openQuietSimulation(values), 3600, []);
    expect(sung.length).toBeGreaterThan(100);
    expectKept(sung);
  }
});

it('is higher when the particles are higher', () => {
  const heights: number[] = [];
  const pitches: number[] = [];
  for (const elevation of [-90, -45, -20, 0, 20, 45, 90, -70]) {
    const simulation = openQuietSimulation({
      gravityElevation: elevation,
      gravity: 12,
      bounds: 'box',
      fieldStrength: 0,
      melodyRange: 0.6,
      noteDensity: 2,
    });
    const { Senses } = simulation.world.stores;
    let height = 0;
    const notes = ofPart(
      'lead',
      listen(simulation, 1800, [], () => {
        height += Senses.meanHeight[0] / 1800;
      }),
    );
    heights.push(height);
    pitches.push(notes.reduce((sum, { midi }) => sum + midi, 0) / notes.length);
  }
  expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(4);
  expect(correlation(heights, pitches)).toBeGreaterThan(0.8);
});

it('has a wider line when the particles are faster', () => {
  const swing = (particleSpeed: number) => {
    let sum = 0;
    for (let seed = 1; seed <= 4; seed++) {
      const simulation = openQuietSimulation(
        { particleSpeed, gravity: 0, fieldStrength: 0, bounds: 'torus', airResistance: 0, melodyRange: 0.8, motionToRhythm: 0 },
        seed,
      );
      // Within phrases: passages begin anywhere in the range.
      const phrases = Map.groupBy(ofPart('lead', listen(simulation, 1500)), ({ bar }) => Math.floor(bar / barsPerPhrase));
      const widths = [...phrases.values()].map((notes) => {
        const mean = notes.reduce((total, { midi }) => total + midi, 0) / notes.length;
        return Math.sqrt(notes.reduce((total, { midi }) => total + (midi - mean) ** 2, 0) / notes.length);
      });
      sum += widths.reduce((total, width) => total + width, 0) / widths.length;
    }
    return sum / 4;
  };
  expect(swing(12)).toBeGreaterThan(swing(0.3) * 1.1);
});

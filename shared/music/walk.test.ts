import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chordDegrees } from './chords.ts';
import { scales } from './scales.ts';
import { maxTimes, stepTo, type Walk, type WalkQuestion, walkTo, widestLeap, widestStep } from './walk.ts';

const none = () => 0;

const anyScale = fc.oneof(
  fc.constantFrom(...Object.values(scales)),
  fc.uniqueArray(fc.integer({ min: 1, max: 11 }), { minLength: 1 }).map((notes) => [0, ...notes.sort((a, b) => a - b)]),
);
/** A question about an onset: the wanted degree, whether the beat is strong and a leap can be answered, and the chord. */
const anyAsk = fc.record({
  wanted: fc.integer({ min: -30, max: 60 }),
  isStrong: fc.boolean(),
  mayLeap: fc.boolean(),
  root: fc.nat(11),
  stack: fc.nat(3),
});

it('never breaks a constraint: range, chord on strong beats, largest leap, answer to a leap, repetition', () => {
  let rests = 0;
  let notes = 0;
  fc.assert(
    fc.property(anyScale, fc.integer({ min: -10, max: 20 }), fc.nat(30), fc.array(anyAsk, { maxLength: 60 }), (scale, low, more, asks) => {
      const walk: Walk = { degree: 0, move: 0, times: 0 };
      const chord = new Int32Array(5);
      const line: number[] = [];
      for (const { wanted, isStrong, mayLeap, root, stack } of asks) {
        const chordNotes = chordDegrees(scale, root % scale.length, stack, chord);
        const question: WalkQuestion = {
          scaleSize: scale.length,
          low,
          high: low + scale.length + more,
          chord,
          chordNotes,
          isStrong,
          mayLeap,
          begins: false,
          wanted,
        };
        const degree = walkTo(walk, question, none);
        if (degree === -Infinity) {
          rests += 1;
          continue;
        }
        notes += 1;
        stepTo(walk, question, degree);
        expect(degree >= low && degree <= question.high).toBe(true);
        const classes = [...chord.subarray(0, chordNotes)].map((note) => note % scale.length);
        if (isStrong) expect(classes).toContain(((degree % scale.length) + scale.length) % scale.length);
        line.push(degree);
        const [third, second, last] = [line.at(-3), line.at(-2), line.at(-1)!];
        if (second !== undefined) expect(Math.abs(last - second)).toBeLessThanOrEqual(widestLeap(scale.length));
        if (third !== undefined && second !== undefined && Math.abs(second - third) > widestStep(scale.length)) {
          expect((last - second) * (second - third)).toBeLessThan(0);
          expect(Math.abs(last - second)).toBeLessThanOrEqual(widestStep(scale.length));
        }
        expect(line.slice(-maxTimes - 1).length > maxTimes && new Set(line.slice(-maxTimes - 1)).size === 1).toBe(false);
      }
    }),
    { numRuns: 600 },
  );
  expect(rests).toBeLessThan(notes * 0.2);
});

it('leaps only when the leap can be answered, and then steps back', () => {
  const chord = Int32Array.from([0, 2, 4]);
  const question: WalkQuestion = {
    scaleSize: 7,
    low: 0,
    high: 14,
    chord,
    chordNotes: 3,
    isStrong: false,
    mayLeap: false,
    begins: false,
    wanted: 9,
  };
  const walk: Walk = { degree: 4, move: 0, times: 1 };
  expect(walkTo(walk, question, none)).toBe(6);
  expect(walkTo(walk, { ...question, mayLeap: true }, none)).toBe(9);
  stepTo(walk, question, 9);
  expect(walkTo(walk, { ...question, wanted: 12 }, none)).toBe(8);
});

it('starts again when its last note is out of the range', () => {
  const chord = Int32Array.from([0, 2, 4]);
  const question: WalkQuestion = {
    scaleSize: 7,
    low: 20,
    high: 30,
    chord,
    chordNotes: 3,
    isStrong: true,
    mayLeap: false,
    begins: false,
    wanted: 26,
  };
  const walk: Walk = { degree: 4, move: 4, times: 1 };
  const degree = walkTo(walk, question, none);
  expect(degree).toBe(25);
  stepTo(walk, question, degree);
  expect(walk).toEqual({ degree: 25, move: 0, times: 1 });
});

it('begins a phrase anywhere within an octave, and answers no leap before it', () => {
  const chord = Int32Array.from([0, 2, 4]);
  const question: WalkQuestion = {
    scaleSize: 7,
    low: 0,
    high: 30,
    chord,
    chordNotes: 3,
    isStrong: true,
    mayLeap: false,
    begins: true,
    wanted: 11,
  };
  const walk: Walk = { degree: 4, move: -5, times: 1 };
  expect(walkTo(walk, question, none)).toBe(11);
  expect(walkTo(walk, { ...question, wanted: 25 }, none)).toBe(11);
  stepTo(walk, question, 11);
  expect(walk).toEqual({ degree: 11, move: 0, times: 1 });
});

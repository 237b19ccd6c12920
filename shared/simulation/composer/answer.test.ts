import { expect, it } from 'vitest';
import { type ListenedNote, listen, ofPart, openQuietSimulation } from '../../../tests/support/listen.ts';
import { answeredBar, barsPerPhrase, scaleOf, tonicOf } from '../../music/index.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import { musicParameters } from '../../parameters/music.ts';
import { buildBarStep } from './bar-step.ts';

/** A bar that is an answer, and the one that it answers. */
interface Exchange {
  call: ListenedNote[];
  answer: ListenedNote[];
}

/** Plays small pieces and returns the exchanges of melody and texture in them, with all notes of these parts. */
function exchanges(seeds: readonly number[], values: Partial<ParameterValues> = {}): Exchange[] {
  return seeds.flatMap((seed) => {
    const simulation = openQuietSimulation(
      { particleCount: 300, form: 1, tempo: 120, noteDensity: 1.2, motionToRhythm: 0, ...values },
      seed,
    );
    const readMoment = buildBarStep(simulation.world);
    const answered = new Map<number, number>();
    const notes = listen(simulation, 5000, [], () => {
      const moment = readMoment();
      if (!moment) return;
      const to = answeredBar(moment.place, seed);
      if (to >= 0) answered.set(moment.bar, moment.bar - (moment.bar % barsPerPhrase) + to);
    });
    const bars = Map.groupBy(notes, ({ bar }) => bar);
    return [...answered].map(([bar, to]) => ({ call: bars.get(to) ?? [], answer: bars.get(bar) ?? [] }));
  });
}

it('answers the melody in its pauses: the texture repeats its motif, and the melody is silent', () => {
  const heard = exchanges([1, 2, 3, 4, 5]);
  const stepsOf = (notes: readonly ListenedNote[]) => notes.map(({ step }) => step);
  let compared = 0;
  for (const { call, answer } of heard) {
    expect(ofPart('lead', answer)).toEqual([]);
    const replies = ofPart('texture', answer);
    for (const { rule } of replies) expect(rule).toBe('answer');
    const called = stepsOf(ofPart('lead', call));
    // The last bar of a phrase leaves a rest; a melody rests where no note keeps its constraints.
    for (const step of called.filter((step) => step < 16 && replies.length > 0)) {
      expect(stepsOf(replies)).toContain(step);
      compared += 1;
    }
  }
  expect(heard.length).toBeGreaterThan(5);
  expect(compared).toBeGreaterThan(15);
});

it('has no pause for a texture that is silent, and no answer to a melody that is', () => {
  const withoutTexture = exchanges([1, 2], { textureLevel: musicParameters.textureLevel.min });
  expect(withoutTexture.some(({ answer }) => ofPart('lead', answer).length > 0)).toBe(true);
  const withoutMelody = exchanges([1, 2], { leadLevel: musicParameters.leadLevel.min });
  expect(withoutMelody.flatMap(({ answer }) => answer).filter(({ rule }) => rule === 'answer')).toEqual([]);
  expect(withoutMelody.some(({ answer }) => ofPart('texture', answer).length > 0)).toBe(true);
});

it('answers with a line of its own in the scale', () => {
  const { world } = openQuietSimulation();
  const { parameters } = world.document;
  const classes = new Set(scaleOf(parameters).map((interval) => (interval + tonicOf(parameters.key)) % 12));
  const answers = exchanges([2, 5]).flatMap(({ answer }) => answer.filter(({ rule }) => rule === 'answer'));
  expect(answers.length).toBeGreaterThan(5);
  for (const { midi } of answers) expect(classes).toContain(midi % 12);
  expect(new Set(answers.map(({ midi }) => midi)).size).toBeGreaterThan(3);
});

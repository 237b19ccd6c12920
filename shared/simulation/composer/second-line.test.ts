import { expect, it } from 'vitest';
import { type ListenedNote, listen, ofPart, openQuietSimulation } from '../../../tests/support/listen.ts';
import { type FormPlace, sectionNames } from '../../music/index.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import { buildBarStep } from './bar-step.ts';

/** Plays a small piece past its first peak; each note of its melody part with the place where it sounded. */
function playLead(values: Partial<ParameterValues>): (ListenedNote & { place: FormPlace })[] {
  const simulation = openQuietSimulation({ particleCount: 300, form: 1, tempo: 200, noteDensity: 2, ...values }, 3);
  const readMoment = buildBarStep(simulation.world);
  let place: FormPlace | null = null;
  const notes = Array.from({ length: 3600 }, () => {
    const heard = ofPart('lead', listen(simulation, 1));
    place = readMoment()?.place ?? place;
    return heard.map((note) => ({ ...note, place: { ...place! } }));
  });
  return notes.flat();
}

const isDoubling = ({ rule }: ListenedNote) => rule === 'doubling';
/** The note of the melody that a note doubles. */
const doubled = (notes: readonly ListenedNote[], { tick }: ListenedNote) =>
  notes.find((note) => note.tick === tick && note.rule === 'melody')!;

it('doubles the melody an octave above in the second half of the peak, and nowhere else', () => {
  const notes = playLead({ lift: 'octave' });
  const doublings = notes.filter(isDoubling);
  expect(doublings.length).toBeGreaterThan(10);
  for (const note of doublings) {
    const { section, phraseInSection, phrasesInSection } = note.place;
    expect(sectionNames[section]).toBe('peak');
    expect(phraseInSection / phrasesInSection).toBeGreaterThanOrEqual(0.5);
    expect(note.midi).toBe(doubled(notes, note).midi + 12);
    expect(note.velocity).toBeLessThan(doubled(notes, note).velocity);
  }
  // The melody itself is the one that is played without it.
  expect(notes.filter((note) => !isDoubling(note)).map(({ midi }) => midi)).toEqual(playLead({}).map(({ midi }) => midi));
});

it('accompanies the melody by thirds or so below it', () => {
  const notes = playLead({ lift: 'thirds' });
  const intervals = notes.filter(isDoubling).map((note) => doubled(notes, note).midi - note.midi);
  expect(intervals.length).toBeGreaterThan(10);
  for (const interval of intervals) expect(interval >= 3 && interval <= 10, `${interval}`).toBe(true);
  expect(intervals.filter((interval) => interval <= 5).length / intervals.length).toBeGreaterThan(0.5);
});

it('lifts no piece without a form', () => {
  expect(playLead({ lift: 'octave', form: 0 }).filter(isDoubling)).toEqual([]);
});

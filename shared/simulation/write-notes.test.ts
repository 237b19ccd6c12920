import { expect, it } from 'vitest';
import { defaultDocument, type LoggedEdit } from '../universe/index.ts';
import type { Note } from './note.ts';
import { createSimulation } from './simulation.ts';
import { writeNotes } from './write-notes.ts';

it('writes played notes with the time that they were held, and all others unchanged', () => {
  const edits: LoggedEdit[] = [
    { sequence: 1, tick: 20, edit: { kind: 'note.press', midi: 60, velocity: 1 } },
    { sequence: 2, tick: 25, edit: { kind: 'note.press', midi: 67, velocity: 1 } },
    { sequence: 3, tick: 65, edit: { kind: 'note.release', midi: 60 } },
    { sequence: 4, tick: 70, edit: { kind: 'note.press', midi: 60, velocity: 1 } },
  ];
  const simulation = createSimulation(defaultDocument());
  const written: Note[] = [];
  const sounded: Note[] = [];
  while (simulation.tick < 120) {
    simulation.step(edits.filter(({ tick }) => tick === simulation.tick + 1));
    writeNotes(simulation, written);
    sounded.push(...simulation.notes.map((note) => ({ ...note })));
  }
  const played = written.filter(({ rule }) => rule === 'played');
  expect(played.map(({ tick, durationTicks }) => [tick, durationTicks])).toEqual([
    [20, 45],
    [25, 480],
    [70, 480],
  ]);
  expect(written.filter(({ rule }) => rule !== 'played')).toEqual(sounded.filter(({ rule }) => rule !== 'played'));
});

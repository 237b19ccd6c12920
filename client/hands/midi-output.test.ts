import { expect, it } from 'vitest';
import type { Note } from '../../shared/simulation/note.ts';
import { createMidiOutput, type MidiOut } from './midi-output.ts';

const note = (more: Partial<Note> = {}): Note => ({
  tick: 1,
  lateTicks: 0,
  part: 'lead',
  midi: 60,
  frequencyHz: 262,
  velocity: 0.5,
  durationTicks: 60,
  pan: 0,
  rule: 'melody',
  cause: 1,
  drum: null,
  ...more,
});

function record() {
  const sent: string[] = [];
  const real = (what: string) => (atMs: number) => void sent.push(`${what} ${atMs}`);
  const out: MidiOut = {
    noteOn: (channel, key, velocity, atMs) => sent.push(`on ${channel} ${key} ${velocity} ${atMs}`),
    noteOff: (channel, key, atMs) => sent.push(`off ${channel} ${key} ${atMs}`),
    clock: () => undefined,
    start: real('start'),
    continue: real('continue'),
    stop: real('stop'),
  };
  return { sent, output: createMidiOutput(out) };
}

it('gives each part a channel, drums the tenth with the keys of General MIDI, and every message its time', () => {
  const { sent, output } = record();
  output.play(note(), 100);
  output.play(note({ part: 'bass', midi: 40 }), 100.5);
  output.play(note({ part: 'drums', drum: 'snare', midi: 55, velocity: 1 }), 120);
  expect(sent).toEqual(['on 1 60 0.5 100', 'on 2 40 0.5 100.5', 'on 10 38 1 120']);
});

it('ends each note once, at its time', () => {
  const { sent, output } = record();
  output.play(note(), 100);
  output.flush(200);
  expect(sent).toHaveLength(1);
  output.flush(800);
  output.flush(2000);
  expect(sent.slice(1)).toEqual(['off 1 60 1100']);
});

it('releases a key before it presses it again', () => {
  const { sent, output } = record();
  output.play(note(), 100);
  output.play(note({ velocity: 1 }), 600);
  expect(sent).toEqual(['on 1 60 0.5 100', 'off 1 60 600', 'on 1 60 1 600']);
});

it('ends a played note when its key is released', () => {
  const { sent, output } = record();
  output.play(note({ durationTicks: 480, key: 61 }), 100);
  output.play(note({ midi: 64, durationTicks: 480, key: 64 }), 100);
  output.flush(1000);
  output.release(61, 1400);
  output.release(61, 1500);
  expect(sent.slice(2)).toEqual(['off 1 60 1400']);
});

it('leaves nothing sounding when the universe is paused or the device is closed', () => {
  const { sent, output } = record();
  output.beat({ beat: 0, tempo: 120, isBar: true }, 50);
  output.play(note(), 100);
  output.setPlaying(false, 300);
  expect(sent.filter((line) => !line.startsWith('on'))).toEqual(['start 50', 'off 1 60 300', expect.stringMatching(/^stop /)]);
  output.close(400);
  expect(sent.at(-1)).toMatch(/^stop /);
});

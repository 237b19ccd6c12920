import { expect, it } from 'vitest';
import { createMidiClock } from './midi-clock.ts';

function record() {
  const sent: { what: string; atMs: number }[] = [];
  const note = (what: string) => (atMs: number) => void sent.push({ what, atMs });
  const clock = createMidiClock({ clock: note('clock'), start: note('start'), continue: note('continue'), stop: note('stop') });
  /** Reports thirty-second notes from one beat to another at a steady tempo, the first of them at `fromMs`. */
  const play = (fromBeat: number, toBeat: number, tempo: number, fromMs = 0, jitterMs = 0) => {
    for (let beat = fromBeat, count = 0; beat < toBeat; beat += 1 / 8, count++) {
      const atMs = fromMs + ((beat - fromBeat) * 60_000) / tempo;
      clock.beat({ beat, tempo, isBar: beat % 4 === 0 }, atMs + (count % 2) * jitterMs);
    }
  };
  return { sent, clock, play, clocks: () => sent.filter(({ what }) => what === 'clock').map(({ atMs }) => atMs) };
}

it('sends 24 evenly spaced pulses per beat from the first bar on', () => {
  const { sent, play, clocks } = record();
  play(3, 12, 120, 1000);
  expect(sent[0]).toEqual({ what: 'start', atMs: 1500 });
  expect(clocks()[0]).toBe(1500);
  expect(clocks().slice(0, 8 * 24)).toHaveLength(8 * 24);
  for (const [index, atMs] of clocks().entries()) expect(atMs).toBeCloseTo(1500 + (index * 500) / 24, 6);
});

it('follows the tempo, in order, despite jitter in the beats', () => {
  const { play, clocks } = record();
  play(0, 4, 120, 0, 3);
  play(4, 8, 60, 2000, 3);
  const times = clocks();
  expect(times.every((atMs, index) => index === 0 || atMs >= times[index - 1])).toBe(true);
  expect(times[5 * 24] - times[4 * 24 + 12]).toBeCloseTo(500, 6);
  expect(times.length).toBeGreaterThanOrEqual(8 * 24);
  expect(times.length).toBeLessThanOrEqual(8 * 24 + 6);
});

it('pauses with the music and continues where it was', () => {
  const { sent, clock, play, clocks } = record();
  play(0, 2, 120);
  const before = clocks().length;
  clock.pause(900);
  play(2, 4, 120, 5000);
  expect(sent.filter(({ what }) => what !== 'clock').map(({ what }) => what)).toEqual(['start', 'stop', 'continue']);
  const stopMs = sent.find(({ what }) => what === 'stop')!.atMs;
  expect(stopMs).toBeGreaterThanOrEqual(clocks()[before - 1]);
  // Between stop and continue no pulse is lost and none is sent twice.
  expect(clocks()).toHaveLength(4 * 24 + 3);
});

it('restarts when the music starts over', () => {
  const { sent, play } = record();
  play(0, 6, 120);
  play(0, 2, 120, 3000);
  expect(sent.filter(({ what }) => what !== 'clock').map(({ what }) => what)).toEqual(['start', 'stop', 'start']);
});

it('waits for a bar after it has lost the beat, instead of sending a flood', () => {
  const { sent, play, clocks } = record();
  play(0, 2, 120);
  const before = clocks().length;
  play(63, 65, 120, 60_000);
  expect(clocks().length - before).toBeLessThanOrEqual(24 + 3);
  expect(sent.filter(({ what }) => what !== 'clock').map(({ what }) => what)).toEqual(['start', 'stop', 'start']);
});

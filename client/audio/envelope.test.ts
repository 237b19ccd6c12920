import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fadeOut, letGoAt, levelAt, scheduleNote, type ShapedNote } from './envelope.ts';
import { bassTimbre, glassTimbre, grainTimbre, timbres } from './timbres.ts';

const seconds = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyNote: fc.Arbitrary<ShapedNote> = fc
  .record({
    onset: seconds(0, 100),
    attack: seconds(0.001, 10),
    decay: seconds(0.001, 10),
    sustain: seconds(0, 1),
    release: seconds(0.001, 10),
    peak: seconds(0, 1),
    letGo: seconds(0.01, 20),
  })
  .map((note) => ({ ...note, letGo: note.onset + note.letGo }));

/** A gain that follows the automation rules of Web Audio, for events in order of time. */
function automated() {
  const events: { kind: 'set' | 'line' | 'target'; value: number; at: number; constant: number }[] = [];
  const param = {
    setValueAtTime: (value: number, at: number) => events.push({ kind: 'set', value, at, constant: 0 }),
    linearRampToValueAtTime: (value: number, at: number) => events.push({ kind: 'line', value, at, constant: 0 }),
    setTargetAtTime: (value: number, at: number, constant: number) => events.push({ kind: 'target', value, at, constant }),
    cancelScheduledValues: (at: number) => events.splice(0, events.length, ...events.filter((event) => event.at < at)),
  };
  const valueAt = (time: number) => {
    let value = 0;
    for (let index = 0; index < events.length; index++) {
      const { kind, value: target, at, constant } = events[index];
      const next = events[index + 1];
      if (kind === 'line') {
        const from = events[index - 1].at;
        if (time < at) return value + ((target - value) * (time - from)) / (at - from);
        value = target;
      } else if (time < at) return value;
      else if (kind === 'set') value = target;
      else value = target + (value - target) * Math.exp(-(Math.min(time, next?.at ?? time) - at) / constant);
    }
    return value;
  };
  return { gain: param as unknown as AudioParam, valueAt };
}

it('gives the level of a scheduled note at any time', () => {
  fc.assert(
    fc.property(anyNote, seconds(0, 40), (note, after) => {
      const { gain, valueAt } = automated();
      scheduleNote(gain, note);
      expect(valueAt(note.onset + after)).toBeCloseTo(levelAt(note, note.onset + after), 6);
    }),
  );
});

it('fades a note out without a jump, at any time', () => {
  fc.assert(
    fc.property(anyNote, seconds(0.02, 30), (note, after) => {
      const { gain, valueAt } = automated();
      scheduleNote(gain, note);
      const from = note.onset + after;
      fadeOut(gain, note, from, from + 0.008);
      expect(valueAt(from - 1e-7)).toBeCloseTo(levelAt(note, from), 3);
      expect(valueAt(from)).toBeCloseTo(levelAt(note, from), 6);
      expect(valueAt(from + 0.004)).toBeCloseTo(levelAt(note, from) / 2, 6);
      expect(valueAt(from + 0.008)).toBe(0);
      expect(valueAt(from + 60)).toBe(0);
    }),
  );
});

it('releases a held note early without a jump, and gives its level afterwards', () => {
  fc.assert(
    fc.property(anyNote, seconds(0.01, 30), seconds(0, 10), (note, after, later) => {
      const { gain, valueAt } = automated();
      scheduleNote(gain, note);
      const at = Math.min(note.onset + after, note.letGo);
      const released = letGoAt(gain, note, at);
      expect(valueAt(at - 1e-7)).toBeCloseTo(levelAt(note, at), 3);
      expect(valueAt(at + later)).toBeCloseTo(levelAt(released, at + later), 6);
      expect(valueAt(at + 10 * note.release + 1)).toBeLessThan(0.001);
    }),
  );
});

it('shapes every envelope into a playable one', () => {
  const envelope = fc.record({
    attack: seconds(0.001, 10),
    decay: seconds(0.001, 10),
    sustain: seconds(0, 1),
    release: seconds(0.001, 10),
  });
  const all = [...Object.values(timbres), bassTimbre('square'), grainTimbre('FM'), glassTimbre];
  fc.assert(
    fc.property(envelope, (asked) => {
      for (const timbre of all) {
        const { attack, decay, sustain, release } = timbre.shape(asked);
        expect(Math.min(attack, decay, release)).toBeGreaterThan(0);
        expect(sustain).toBeGreaterThanOrEqual(0);
        expect(sustain).toBeLessThanOrEqual(1);
      }
    }),
  );
});

import { expect, it } from 'vitest';
import { packedFields, particleWords } from '../../shared/simulation/frame-layout.ts';
import type { Note } from '../../shared/simulation/note.ts';
import { swarmFloats, swarmLength, swarmVoices } from '../../shared/simulation/swarm-layout.ts';
import { createSwarmPacker } from './pack-swarm.ts';

/** Returns particles with the given speeds (0..255), from left to right and from the floor to the ceiling. */
function crowdOf(speeds: readonly number[], boundsSize = 50) {
  const words = new Uint32Array(speeds.length * particleWords);
  const floats = new Float32Array(words.buffer);
  speeds.forEach((speed, slot) => {
    const share = speeds.length > 1 ? (2 * slot) / (speeds.length - 1) - 1 : 0;
    floats[slot * particleWords] = share * boundsSize;
    floats[slot * particleWords + 1] = share * boundsSize;
    words[slot * particleWords + 3] = speed;
  });
  return { words, floats, slots: speeds.length, boundsSize };
}

const chord = (...hz: number[]): Note[] =>
  hz.map((frequencyHz) => ({
    tick: 10,
    lateTicks: 0,
    part: 'chords',
    midi: 60,
    frequencyHz,
    velocity: 0.5,
    durationTicks: 60,
    pan: 0,
    rule: 'chord',
    cause: 0,
    drum: null,
  }));

function packed(notes: readonly Note[], crowd: ReturnType<typeof crowdOf>) {
  const packer = createSwarmPacker();
  packer.hear(notes);
  const records = new Float32Array(swarmLength).fill(9);
  packer.pack(crowd, records);
  return Array.from({ length: swarmVoices }, (_, voice) => {
    const [frequencyHz, pan, level] = records.slice(voice * swarmFloats);
    return { frequencyHz, pan, level };
  });
}

it('is silent without a chord, and while nothing moves', () => {
  expect(packed([], crowdOf([200, 200])).every(({ level }) => level === 0)).toBe(true);
  expect(packed(chord(220), crowdOf([0, 4, 8])).every(({ level }) => level === 0)).toBe(true);
});

it('hums notes of the last chord, higher for higher particles, and panned to their side', () => {
  const voices = packed(chord(220, 330), crowdOf(Array<number>(20).fill(120))).filter(({ level }) => level > 0);
  expect(voices).toHaveLength(20);
  for (const { frequencyHz } of voices) {
    const octaves = Math.log2(frequencyHz / 220) % 1;
    const fifths = Math.log2(frequencyHz / 330) % 1;
    expect(Math.min(octaves, fifths)).toBeCloseTo(0, 5);
  }
  expect(voices[0].pan).toBe(-1);
  expect(voices[19].pan).toBe(1);
  expect(voices[19].frequencyHz).toBeGreaterThan(voices[0].frequencyHz * 2);
});

it('chooses the liveliest particles, and evenly among equals', () => {
  const speeds = Array.from({ length: 5000 }, (_, slot) => (slot % 100 === 0 ? 250 : 40));
  const levels = packed(chord(220), crowdOf(speeds)).map(({ level }) => level);
  const most = Math.max(...levels);
  expect(levels.every((level) => level > 0)).toBe(true);
  expect(levels.filter((level) => level === most).length).toBeGreaterThan(0);
  const pans = packed(chord(220), crowdOf(Array<number>(5000).fill(90))).map(({ pan }) => pan);
  expect(Math.min(...pans)).toBeLessThan(-0.9);
  expect(Math.max(...pans)).toBeGreaterThan(0.9);
});

it('ignores slots without a particle', () => {
  const crowd = crowdOf([250, 250, 250]);
  crowd.words[3] |= 0xff << packedFields.age.shift;
  expect(packed(chord(220), crowd).filter(({ level }) => level > 0)).toHaveLength(2);
});

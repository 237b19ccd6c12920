import { describe, expect, it } from 'vitest';
import { defaultParameters } from '../../shared/parameters/index.ts';
import { packedFields } from '../../shared/simulation/frame-layout.ts';
import { createParticleSample, type ParticleSample } from './particle-sample.ts';
import { syntheticFrame } from './synthetic-frame.test-support.ts';

type Seen = { x: number; y: number; z: number };

const age = (value: number) => value << packedFields.age.shift;

function frameOf(sequence: number, particles: readonly (readonly [x: number, y: number, z: number, word: number])[]) {
  const frame = syntheticFrame(particles.length, (slot) => [particles[slot][0], particles[slot][1], particles[slot][2]]);
  for (const [slot, [, , , word]] of particles.entries()) frame.words[slot * 4 + 3] = word;
  return { ...frame, sequence, scalars: { ...frame.scalars, tick: sequence } };
}

function placesIn(sample: ParticleSample, frame: ReturnType<typeof frameOf>, alpha: number): Seen[] {
  const seen: Seen[] = [];
  sample.forEach({ frame, alpha, parameters: defaultParameters }, ([x, y, z]) => seen.push({ x, y, z }));
  return seen;
}

describe('the particles that the CPU draws', () => {
  it('are interpolated between the previous frame and this one', () => {
    const sample = createParticleSample(10);
    expect(placesIn(sample, frameOf(1, [[0, 1, 2, age(10)]]), 0.5)).toEqual([{ x: 0, y: 1, z: 2 }]);
    const next = frameOf(2, [[1, 0, 2, age(11)]]);
    expect(placesIn(sample, next, 0)).toEqual([{ x: 0, y: 1, z: 2 }]);
    expect(placesIn(sample, next, 0.25)).toEqual([{ x: 0.25, y: 0.75, z: 2 }]);
    expect(placesIn(sample, next, 1)).toEqual([{ x: 1, y: 0, z: 2 }]);
  });

  it('do not fly across the scene when one wraps, when one dies and is born again, or when a run restarts', () => {
    const sample = createParticleSample(10);
    const before = [
      [-9, 0, 0, age(10)],
      [0, 0, 0, age(200)],
      [3, 3, 3, age(255)],
      [4, 4, 4, age(10)],
    ] as const;
    placesIn(sample, frameOf(5, before), 1);
    const after = [
      [9, 0, 0, age(11)],
      [1, 0, 0, age(0)],
      [3, 3, 3.5, age(0)],
      [4, 4, 4, age(255)],
    ] as const;
    const here = [
      { x: 9, y: 0, z: 0 },
      { x: 1, y: 0, z: 0 },
      { x: 3, y: 3, z: 3.5 },
    ];
    expect(placesIn(sample, frameOf(6, after), 0)).toEqual(here);
    expect(placesIn(sample, frameOf(2, [[0, 0, 1, age(12)]]), 0)).toEqual([{ x: 0, y: 0, z: 1 }]);
  });

  it('are at most the given number, one of each group, the same ones in each frame', () => {
    const sample = createParticleSample(30);
    const many = (sequence: number) =>
      frameOf(
        sequence,
        Array.from({ length: 100 }, (_, slot) => [slot, sequence, 0, age(10)] as const),
      );
    const first = placesIn(sample, many(1), 1);
    expect(first).toHaveLength(25);
    expect(sample.share).toBe(0.25);
    expect(first.map(({ x }) => Math.floor(x / 4))).toEqual(Array.from({ length: 25 }, (_, group) => group));
    expect(placesIn(sample, many(2), 1).map(({ x }) => x)).toEqual(first.map(({ x }) => x));
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { musicParameters } from '../parameters/music.ts';
import { commonTones } from './chords.ts';
import { type ChordQuestion, rootOfBar } from './progressions.ts';
import { scaleOf, scales } from './scales.ts';

const walk = (bars: number, question: Partial<ChordQuestion>) => {
  const roots: number[] = [];
  for (let bar = 0; bar < bars; bar++) {
    const previous = roots.at(-1) ?? 0;
    roots.push(rootOfBar({ name: 'drift', scaleName: 'major', scale: scales.major, energy: 0.5, seed: 1, ...question, bar, previous }));
  }
  return roots;
};

it('plays the fixed progressions as they are written', () => {
  expect(walk(8, { name: 'I–V–vi–IV' })).toEqual([0, 4, 5, 3, 0, 4, 5, 3]);
  expect(walk(4, { name: 'ii–V–I' })).toEqual([1, 4, 0, 0]);
  expect(walk(4, { name: 'none' })).toEqual([0, 0, 0, 0]);
  expect(walk(4, { name: 'I–V–vi–IV', scaleName: 'minor-pentatonic', scale: scales['minor-pentatonic'] })).toEqual([0, 3, 4, 2]);
});

it('shows the colour of a mode beside its tonic', () => {
  expect(new Set(walk(8, { name: 'modal', scaleName: 'lydian', scale: scales.lydian }))).toEqual(new Set([0, 1, 4]));
});

it('stays on degrees of the scale, whatever is asked', () => {
  const any = fc.record({
    name: fc.constantFrom(...musicParameters.progression.choices),
    scaleName: fc.constantFrom(...musicParameters.scale.choices),
    energy: fc.double({ min: 0, max: 1, noNaN: true }),
    seed: fc.integer({ min: 0, max: 0xffffffff }),
  });
  fc.assert(
    fc.property(any, (question) => {
      const scale = scaleOf({ scale: question.scaleName, customScale: musicParameters.customScale.default });
      for (const root of walk(24, { ...question, scale })) expect(scale[root]).toBeDefined();
    }),
  );
});

it('drifts home at each section, more slowly and by more common tones when calm', () => {
  const measure = (energy: number) => {
    let moves = 0;
    let shared = 0;
    for (let seed = 0; seed < 30; seed++) {
      const roots = walk(33, { energy, seed });
      expect([roots[0], roots[16], roots[32]]).toEqual([0, 0, 0]);
      for (let bar = 1; bar < roots.length; bar++) {
        if (bar % 4 === 3 || bar % 4 === 0 || roots[bar] === roots[bar - 1]) continue;
        moves += 1;
        shared += commonTones(scales.major, roots[bar], roots[bar - 1]);
      }
    }
    return { moves, shared: shared / moves };
  };
  const calm = measure(0.1);
  const wild = measure(0.95);
  expect(calm.moves).toBeLessThan(wild.moves);
  expect(calm.shared).toBeGreaterThan(wild.shared);
  expect(calm.shared).toBeGreaterThan(1.4);
});

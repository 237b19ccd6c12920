import { expect, it } from 'vitest';
import { arrangementOf, sectionNames } from '../../shared/music/index.ts';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import { parts } from '../../shared/simulation/note.ts';
import { defaultDocument } from '../../shared/universe/index.ts';
import { openQuietSimulation } from '../../tests/support/listen.ts';
import type { PieceScalars } from './piece.ts';
import { restingParts } from './resting-parts.ts';

/** A seed whose first movement begins with a haze: chords and texture alone. */
const seed = Array.from({ length: 100 }, (_, index) => index).find((index) => arrangementOf(index, 0).intro[0].parts === 'ct')!;
const at = (section: (typeof sectionNames)[number], sectionBar: number): PieceScalars => {
  const index = sectionNames.indexOf(section);
  const sectionBars = 4 * arrangementOf(seed, 0)[section].length;
  return { tick: 0, movement: 0, section: index, nextSection: index + 1, sectionBar, sectionBars, intensity: 0.5 };
};
const restsAt = (scalars: PieceScalars, values: Partial<ParameterValues> = {}) =>
  restingParts(scalars, { seed, parameters: { ...defaultDocument().parameters, form: 1, ...values } });

it('says which parts rest, and until when', () => {
  expect(restsAt(at('intro', 2))).toEqual({ lead: 'build', bass: 'build', drums: 'build' });
  expect(restsAt(at('build', 0))).toEqual({ drums: 'this-section', texture: 'this-section' });
  expect(restsAt(at('peak', 0))).toEqual({});
  expect(restsAt(at('break', 0))).toEqual({ chords: 'return', drums: 'return', texture: 'this-section' });
});

it('lets all parts play with little form, and as intensity adds them', () => {
  expect(restsAt(at('intro', 2), { form: 0.2 })).toEqual({});
  expect(restsAt(at('intro', 2), { intensity: 1 })).toEqual({});
  expect(restsAt(at('intro', 2), { form: 0, intensity: -1 })).toEqual({
    chords: 'always',
    bass: 'always',
    drums: 'always',
    texture: 'always',
  });
});

it('names no silent part, and lets the others play where all arranged parts are silent', () => {
  expect(restsAt(at('intro', 2), { drumLevel: -60 })).toEqual({ lead: 'build', bass: 'build' });
  expect(restsAt(at('intro', 2), { chordLevel: -60, textureLevel: -60 })).toEqual({});
});

it('is what the composer does', () => {
  const simulation = openQuietSimulation({ form: 1, tempo: 240, particleCount: 300, gravityToTempo: 0 }, seed);
  const { Clock, Composer } = simulation.world.stores;
  const rested = new Set<string>();
  const played = new Set<string>();
  for (let count = 0; count < 60 * 30; count++) {
    simulation.step([]);
    const bar = Clock.bar[0] - 4 * Composer.sectionPhrase[0];
    const scalars = {
      tick: simulation.tick,
      movement: Composer.movement[0],
      section: Composer.section[0],
      nextSection: Composer.nextSection[0],
      sectionBar: bar,
      sectionBars: 4 * Composer.sectionPhrases[0],
      intensity: Composer.intensity[0],
    };
    const resting = restingParts(scalars, simulation.world.document);
    for (const part of Object.keys(resting)) rested.add(part);
    for (const { part } of simulation.notes) {
      played.add(part);
      expect(resting, `${part} in bar ${bar} of section ${scalars.section}`).not.toHaveProperty(part);
    }
  }
  expect(played).toEqual(new Set(parts));
  expect(rested.size).toBeGreaterThan(2);
});

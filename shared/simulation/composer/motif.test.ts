import { expect, it } from 'vitest';
import { openQuietSimulation } from '../../../tests/support/listen.ts';
import { buildBarStep } from './bar-step.ts';
import { buildMotif } from './motif.ts';

/** Mean compass in degrees of the first bars of melodies with a density of notes, and their mean number of notes. */
function meanCompass(noteDensity: number): { compass: number; notes: number } {
  const motifs = Array.from({ length: 60 }, (_, seed) => {
    const simulation = openQuietSimulation({ noteDensity }, seed + 1);
    simulation.step();
    const moment = buildBarStep(simulation.world)()!;
    const motif = buildMotif(simulation.world);
    motif.write(moment, 0);
    const heights = Array.from({ length: motif.rhythm.count }, (_, index) => motif.heightAt(index, moment.parameters, 0.5));
    return { compass: Math.max(...heights) - Math.min(...heights), notes: heights.length };
  });
  const mean = (of: (motif: (typeof motifs)[number]) => number) => motifs.reduce((sum, motif) => sum + of(motif), 0) / motifs.length;
  return { compass: mean(({ compass }) => compass), notes: mean(({ notes }) => notes) };
}

it('has about the same compass with few notes as with many', () => {
  const [few, many] = [meanCompass(1.3), meanCompass(3)];
  expect(few.notes).toBeLessThan(0.6 * many.notes);
  expect(few.compass).toBeGreaterThan(0.85 * many.compass);
});

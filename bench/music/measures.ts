import { stepsPerBar } from '../../shared/music/index.ts';
import { parts } from '../../shared/simulation/note.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';
import { correlation } from '../../tests/support/correlation.ts';
import type { HeardUniverse } from './hear.ts';

/** Fewest bars for a meaningful correlation. */
const minBars = 8;

/** Entropy in bits of the played pitch classes, without drums; 0 for a single class, 3.58 for all twelve equally. */
export function pitchClassEntropy({ notes }: HeardUniverse): number {
  const counts = new Map<number, number>();
  const pitched = notes.filter(({ part }) => part !== 'drums');
  for (const { midi } of pitched) counts.set(midi % 12, (counts.get(midi % 12) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / pitched.length) * Math.log2(count / pitched.length), 0);
}

/**
 * Similarity of the note onsets of neighbouring bars, 0..1; null for fewer than two bars.
 * @see Wu and Yang 2020, "The Jazz Transformer on the Front Line", grooving pattern similarity
 */
export function grooveConsistency({ bars }: HeardUniverse): number | null {
  // The last bar may have been cut off.
  const whole = bars.slice(0, -1);
  if (whole.length < 2) return null;
  let alike = 0;
  for (let bar = 1; bar < whole.length; bar++) {
    const [before, after] = [whole[bar - 1].onsets, whole[bar].onsets];
    const shared = [...before].filter((step) => after.has(step)).length;
    alike += 1 - (before.size + after.size - 2 * shared) / stepsPerBar(whole[bar].parameters.meter);
  }
  return alike / (whole.length - 1);
}

/** Correlation of the drawn with the reached tension; null when there are few bars, or no tension is drawn. */
export function tensionCorrelation({ bars }: HeardUniverse): number | null {
  if (bars.length < minBars) return null;
  const r = correlation(
    bars.map(({ drawn }) => drawn),
    bars.map(({ reached }) => reached),
  );
  return Number.isNaN(r) ? null : r;
}

/** True when the progression leaves the composer a choice of roots besides the tonic. */
export function isFree({ document: { parameters } }: HeardUniverse): boolean {
  return parameters.progression === 'drift' || parameters.progression === 'modal';
}

/** The most of some notes, by their ticks in order, that begin within any second. */
function mostWithin(ticks: readonly number[]): number {
  let most = 0;
  let from = 0;
  ticks.forEach((tick, index) => {
    while (tick - ticks[from]! >= ticksPerSecond) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
}

/** The most onsets of a part in any second; notes that begin together are one. */
export function mostOnsets({ notes }: HeardUniverse): number {
  return Math.max(...parts.map((part) => mostWithin([...new Set(notes.flatMap((note) => (note.part === part ? [note.tick] : [])))])));
}

/** The most notes of all parts together in any second. */
export const mostNotes = ({ notes }: HeardUniverse): number => mostWithin(notes.map(({ tick }) => tick));

/** Fewest notes of a melody by which one can say that it stays on a note. */
const fewestOfMelody = 12;

/** The share of a melody's notes that have its commonest pitch, 0..1; null for a melody of few notes. */
export function commonestPitch({ notes }: HeardUniverse): number | null {
  const pitches = notes.filter(({ part }) => part === 'lead').map(({ midi }) => midi);
  if (pitches.length < fewestOfMelody) return null;
  const counts = Map.groupBy(pitches, (midi) => midi);
  return Math.max(...[...counts.values()].map(({ length }) => length)) / pitches.length;
}

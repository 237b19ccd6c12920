import { barsPerPhrase } from '../../shared/music/index.ts';
import { mean } from '../statistics.ts';
import type { Piece, PieceNote } from './piece.ts';

const msPerSecond = 1000;

/** Milliseconds by which each note of a piece begins after its thirty-second, on an even grid between the beginnings of its bars. */
function deviations({ bars, notes }: Piece): { note: PieceNote; lateMs: number }[] {
  return notes
    .filter(({ bar }) => bar + 1 < bars.length)
    .map((note) => {
      const { start, steps } = bars[note.bar]!;
      const even = start + ((bars[note.bar + 1]!.start - start) * note.step) / steps;
      return { note, lateMs: (note.onset - even) * msPerSecond };
    });
}

/** Returns the notes that begin in the same thirty-second. */
function together(notes: readonly PieceNote[]): PieceNote[][] {
  const groups = Map.groupBy(notes, ({ bar, step }) => bar * 1000 + step);
  return [...groups.values()].filter((group) => group.length > 1);
}

const spreadMs = (group: readonly PieceNote[]) => {
  const onsets = group.map(({ onset }) => onset);
  return (Math.max(...onsets) - Math.min(...onsets)) * msPerSecond;
};

const orZero = (values: readonly number[]) => (values.length === 0 ? 0 : mean(values));

/**
 * Returns the mean distance of onsets from the grid in ms. What all notes of a thirty-second have in common is the swing, and belongs to
 * the grid.
 */
export function onsetDeviationMs(piece: Piece): number {
  const late = deviations(piece);
  const byStep = Map.groupBy(late, ({ note }) => note.step);
  const usual = new Map([...byStep].map(([step, notes]) => [step, mean(notes.map(({ lateMs }) => lateMs))]));
  return orZero(late.map(({ note, lateMs }) => Math.abs(lateMs - usual.get(note.step)!)));
}

/** Returns the mean time in ms between the first and the last voice of a chord; 0 if no chord is struck. */
export function chordSpreadMs({ notes }: Piece): number {
  return orZero(together(notes.filter(({ part }) => part === 'chords')).map(spreadMs));
}

/** Returns the longest time in ms between notes of different parts that belong together. */
export function ensembleMs({ notes }: Piece): number {
  const ensembles = together(notes).filter((group) => new Set(group.map(({ part }) => part)).size > 1);
  return Math.max(0, ...ensembles.map(spreadMs));
}

/** Returns by how much, in percent of the mean, the tempo of the bars of a phrase departs from it at most; the mean of all phrases. */
export function tempoArchPercent({ bars }: Piece): number {
  const tempi = bars.slice(0, -1).map(({ start, steps }, bar) => steps / (bars[bar + 1]!.start - start));
  const phrases = Array.from({ length: Math.floor(tempi.length / barsPerPhrase) }, (_, phrase) =>
    tempi.slice(phrase * barsPerPhrase, (phrase + 1) * barsPerPhrase),
  );
  return orZero(
    phrases.map((phrase) => {
      const middle = mean(phrase);
      return (100 * Math.max(...phrase.map((tempo) => Math.abs(tempo - middle)))) / middle;
    }),
  );
}

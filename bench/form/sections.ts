import { barsPerPhrase } from '../../shared/music/index.ts';
import { parts } from '../../shared/simulation/note.ts';
import { mean } from '../statistics.ts';
import type { Piece, PieceBar, PieceNote } from './piece.ts';

/** The notes of each group of bars that have an equal key, and the seconds that it lasts; the last group, which may be cut off, is left out. */
function groupsOf({ bars, notes }: Piece, keyOf: (bar: PieceBar) => number): { notes: PieceNote[]; seconds: number }[] {
  const starts = bars.flatMap((bar, index) => (index === 0 || keyOf(bar) !== keyOf(bars[index - 1]!) ? [index] : []));
  return starts.slice(0, -1).map((from, group) => {
    const to = starts[group + 1]!;
    return { notes: notes.filter(({ bar }) => bar >= from && bar < to), seconds: bars[to]!.start - bars[from]!.start };
  });
}

const sectionOf = ({ section }: PieceBar) => section;
const phraseOf = ({ phrase }: PieceBar) => phrase;

const ratioOfExtremes = (values: readonly number[]) => (values.length < 2 ? 1 : Math.max(...values) / Math.min(...values));

/** Returns how far the loudest section is above the quietest by the mean velocity of its notes, in dB; silent sections don't count. */
export function velocityRangeDb(piece: Piece): number {
  const sections = groupsOf(piece, sectionOf).filter(({ notes }) => notes.length > 0);
  return 20 * Math.log10(ratioOfExtremes(sections.map(({ notes }) => mean(notes.map(({ velocity }) => velocity)))));
}

/** Returns the notes per second of the densest section, divided by those of the sparsest. */
export function densityRatio(piece: Piece): number {
  return ratioOfExtremes(groupsOf(piece, sectionOf).map(({ notes, seconds }) => notes.length / seconds));
}

/** Returns the number of phrases in which a part is silent: of the part that rests the least, among those that play at all. */
export function phrasesOfRest(piece: Piece): number {
  const phrases = groupsOf(piece, phraseOf);
  const playing = parts.filter((part) => piece.notes.some((note) => note.part === part));
  return Math.min(...playing.map((part) => phrases.filter(({ notes }) => !notes.some((note) => note.part === part)).length));
}

/** Sequences of roots of the phrases. */
function rootsOfPhrases({ bars }: Piece): string[] {
  const phrases = Array.from({ length: Math.floor(bars.length / barsPerPhrase) }, (_, phrase) =>
    bars.slice(phrase * barsPerPhrase, (phrase + 1) * barsPerPhrase),
  );
  return phrases.map((phrase) => phrase.map(({ root }) => root).join());
}

/** Returns the number of different sequences of roots among the phrases. */
export const rootPatterns = (piece: Piece): number => new Set(rootsOfPhrases(piece)).size;

/** Returns how often a phrase has other roots than the one before it. */
export function rootChanges(piece: Piece): number {
  const roots = rootsOfPhrases(piece);
  return roots.filter((phrase, index) => index > 0 && phrase !== roots[index - 1]).length;
}

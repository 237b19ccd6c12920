import { barsPerPhrase } from '../../shared/music/index.ts';
import { mean } from '../statistics.ts';
import { melodyOf, type Piece, type PieceNote } from './piece.ts';

/** A phrase of the melody. */
interface Phrase {
  material: number;
  bars: PieceNote[][];
}

function phrasesOf(piece: Piece, melody: readonly PieceNote[][]): Phrase[] {
  const count = Math.floor(piece.bars.length / barsPerPhrase);
  return Array.from({ length: count }, (_, phrase) => ({
    material: piece.bars[phrase * barsPerPhrase]!.material,
    bars: melody.slice(phrase * barsPerPhrase, (phrase + 1) * barsPerPhrase),
  })).filter(({ bars }) => bars.some((notes) => notes.length > 0));
}

const pitchesByStep = ({ bars }: Phrase) =>
  new Map(bars.flatMap((notes, bar) => notes.map(({ step, midi }): [number, number] => [bar * 1000 + step, midi])));

/** Likeness of two phrases: the share of onsets that they have in common, and the share of those with the same pitch. */
function likeness(a: Phrase, b: Phrase): { rhythm: number; pitch: number } {
  const [one, other] = [pitchesByStep(a), pitchesByStep(b)];
  const common = [...one.keys()].filter((at) => other.has(at));
  const all = one.size + other.size - common.length;
  const same = common.filter((at) => one.get(at) === other.get(at)).length;
  return { rhythm: all === 0 ? 1 : common.length / all, pitch: common.length === 0 ? 0 : same / common.length };
}

const barText = (notes: readonly PieceNote[]) => notes.map(({ step, midi }) => `${step}:${midi}`).join(' ');

/** Returns pairs of neighbours among phrases: a phrase, and the one before it that fulfils a condition. */
function pairs(phrases: readonly Phrase[], fits: (a: Phrase, b: Phrase) => boolean): [Phrase, Phrase][] {
  return phrases.flatMap((phrase, index): [Phrase, Phrase][] => {
    const before = phrases.slice(0, index).findLast((earlier) => fits(earlier, phrase));
    return before ? [[before, phrase]] : [];
  });
}

export interface ThemeMeasures {
  /** Mean likeness of phrases with what they repeat, 0..1. */
  rhythm: number;
  pitch: number;
  /** Share of their bars that are the same note for note. */
  exactBars: number;
  /** Mean likeness in pitch of phrases with different ones before them, 0..1. */
  contrast: number;
}

/** Measures how the melody of a piece returns; `melody`: its notes bar by bar, its own unless they are shuffled. */
export function measureThemes(piece: Piece, melody: readonly PieceNote[][] = melodyOf(piece)): ThemeMeasures {
  const phrases = phrasesOf(piece, melody);
  const returns = pairs(phrases, (a, b) => a.material === b.material);
  const contrasts = pairs(phrases, (a, b) => a.material !== b.material);
  const likenesses = returns.map(([before, after]) => likeness(before, after));
  const bars = returns.flatMap(([before, after]) => after.bars.map((notes, bar): [PieceNote[], PieceNote[]] => [before.bars[bar]!, notes]));
  const sounding = bars.filter(([before, after]) => before.length + after.length > 0);
  const orNothing = (values: readonly number[], otherwise: number) => (values.length === 0 ? otherwise : mean(values));
  return {
    rhythm: orNothing(
      likenesses.map(({ rhythm }) => rhythm),
      0,
    ),
    pitch: orNothing(
      likenesses.map(({ pitch }) => pitch),
      0,
    ),
    exactBars: orNothing(
      sounding.map(([before, after]) => Number(barText(before) === barText(after))),
      0,
    ),
    contrast: orNothing(
      contrasts.map(([before, after]) => likeness(before, after).pitch),
      1,
    ),
  };
}

import { themeCompass, themePitches } from './compass.ts';
import { type Bar, type Finding, judge } from './judge.ts';
import type { Piece } from './piece.ts';
import { densityRatio, phrasesOfRest, rootChanges, rootPatterns, velocityRangeDb } from './sections.ts';
import { measureThemes, type ThemeMeasures } from './themes.ts';
import { chordSpreadMs, ensembleMs, onsetDeviationMs, tempoArchPercent } from './timing.ts';

export const themeBars = { rhythm: { min: 0.75 }, pitch: { min: 0.75 }, exactBars: { min: 0.4 }, contrast: { max: 0.3 } } satisfies Record<
  keyof ThemeMeasures,
  Bar
>;

/** Measures the notes of pieces. */
export function judgeNotes(pieces: readonly Piece[]): Record<string, Finding> {
  const ofThose = (fits: (piece: Piece) => boolean, measure: (piece: Piece) => number, bar: Bar) =>
    judge(new Map(pieces.filter(fits).map((piece) => [piece.name, measure(piece)])), bar);
  const each = (measure: (piece: Piece) => number, bar: Bar) => ofThose(() => true, measure, bar);
  const themes = new Map(pieces.map((piece) => [piece, measureThemes(piece)]));
  const ofTheme = (name: keyof ThemeMeasures) => each((piece) => themes.get(piece)![name], themeBars[name]);
  return {
    velocity_range_db: each(velocityRangeDb, { min: 4 }),
    density_ratio: each(densityRatio, { min: 1.8 }),
    phrases_of_rest: each(phrasesOfRest, { min: 2 }),
    theme_rhythm: ofTheme('rhythm'),
    theme_pitch: ofTheme('pitch'),
    theme_exact_bars: ofTheme('exactBars'),
    theme_contrast: ofTheme('contrast'),
    theme_pitches: each(themePitches, { min: 5 }),
    theme_compass_semitones: each(themeCompass, { min: 7 }),
    root_patterns: ofThose((piece) => !piece.hasLoop, rootPatterns, { min: 8 }),
    loop_changes: ofThose((piece) => piece.hasLoop, rootChanges, { min: 2 }),
    onset_deviation_ms: each(onsetDeviationMs, { min: 5, max: 15 }),
    chord_spread_ms: each(chordSpreadMs, { min: 8, max: 30 }),
    ensemble_ms: each(ensembleMs, { max: 30 }),
    tempo_arch_percent: each(tempoArchPercent, { min: 1.5, max: 3 }),
  };
}

import { uniformAt } from '../shared/math/generator.ts';
import { soundOfUniverse } from '../tests/support/sound-lab/sound-of-universe.ts';
import { readTemplates, withParticles } from '../tests/support/templates.ts';
import { centroidHz, loudnessRangeLu, spectrumDistanceDb, trebleDb } from './form/mix.ts';
import { barsOf, hearPiece, type Piece } from './form/piece.ts';
import { densityRatio, phrasesOfRest, rootPatterns, velocityRangeDb } from './form/sections.ts';
import { measureThemes, type ThemeMeasures } from './form/themes.ts';
import { snareSound, soundsOfInstruments } from './form/timbres.ts';
import { chordSpreadMs, ensembleMs, onsetDeviationMs, tempoArchPercent } from './form/timing.ts';
import { renderSounds } from './music/render-sounds.ts';
import { mean, rounded } from './statistics.ts';

const secondsOfNotes = Number(process.env.FORM_SECONDS ?? 300);
const secondsOfMix = 75;
/** Slots for particles: the notes depend on means, so a few are enough. */
const particles = 2000;

/** A range in which a measure is met. */
interface Bar {
  min?: number;
  max?: number;
}

/** A measure of several subjects: the value that is the furthest from its bar, whose it is, and whether all are met. */
interface Finding {
  bar: Bar;
  worst: number;
  of: string;
  mean: number;
  met: boolean;
}

/** How far a value is outside its bar; less than 0 inside. */
const missOf = (value: number, { min = -Infinity, max = Infinity }: Bar) => Math.max(min - value, value - max);

function judge(values: ReadonlyMap<string, number>, bar: Bar): Finding {
  const [worst] = [...values].toSorted(([, a], [, b]) => missOf(b, bar) - missOf(a, bar));
  const [of, value] = worst!;
  return { bar, worst: rounded(value), of, mean: rounded(mean([...values.values()])), met: missOf(value, bar) <= 0 };
}

/** The melody of a piece with its bars in random order: what a measure of returning themes finds by chance. */
function shuffledThemes(piece: Piece): ThemeMeasures {
  const melody = barsOf(piece, 'lead')
    .map((notes, bar) => ({ notes, key: uniformAt(20_261, bar, 7) }))
    .toSorted((a, b) => a.key - b.key);
  return measureThemes(
    piece,
    melody.map(({ notes }) => notes),
  );
}

const themeBars = { rhythm: { min: 0.75 }, pitch: { min: 0.75 }, exactBars: { min: 0.4 }, contrast: { max: 0.3 } } satisfies Record<
  keyof ThemeMeasures,
  Bar
>;

/** Measures the notes of pieces. */
function judgeNotes(pieces: readonly Piece[]): Record<string, Finding> {
  const each = (measure: (piece: Piece) => number, bar: Bar) => judge(new Map(pieces.map((piece) => [piece.name, measure(piece)])), bar);
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
    root_patterns: each(rootPatterns, { min: 8 }),
    onset_deviation_ms: each(onsetDeviationMs, { min: 5, max: 15 }),
    chord_spread_ms: each(chordSpreadMs, { min: 8, max: 30 }),
    ensemble_ms: each(ensembleMs, { max: 30 }),
    tempo_arch_percent: each(tempoArchPercent, { min: 1.5, max: 3 }),
  };
}

/** Measures rendered mixes, the instruments and the snare. */
async function judgeSound(templates: ReturnType<typeof readTemplates>): Promise<Record<string, Finding>> {
  const mixes = await renderSounds(
    new Map(templates.map(({ id, document }) => [id, { ...soundOfUniverse(document, secondsOfMix), spectrogram: true }])),
  );
  const instruments = [...(await renderSounds(soundsOfInstruments()))];
  const distances = instruments.flatMap(([one, sound], index) =>
    instruments.slice(index + 1).map(([other, another]): [string, number] => [`${one}, ${other}`, spectrumDistanceDb(sound, another)]),
  );
  const snare = await renderSounds(new Map([['snare', snareSound()]]));
  const each = (measure: typeof trebleDb, bar: Bar) => judge(new Map([...mixes].map(([name, mix]) => [name, measure(mix)])), bar);
  return {
    lufs: each(({ lufs }) => lufs, { min: -17.5, max: -14.5 }),
    true_peak_dbtp: each(({ truePeakDb }) => truePeakDb, { max: -1 }),
    loudness_range_lu: each(loudnessRangeLu, { min: 6, max: 12 }),
    treble_db: each(trebleDb, { min: -25 }),
    instrument_distance_db: judge(new Map(distances), { min: 6 }),
    snare_centroid_hz: judge(new Map([...snare].map(([name, sound]) => [name, centroidHz(sound)])), { min: 1500 }),
  };
}

/**
 * Measures the form, the themes, the timing and the sound of all templates: five minutes of notes and 75 s of the mix of each. `shuffled`
 * has the themes of the same melodies with their bars in random order.
 */
export async function run(): Promise<Record<string, unknown>> {
  const templates = readTemplates();
  const pieces = templates.map(({ id, document }) => hearPiece(id, withParticles(document, particles), secondsOfNotes));
  const shuffled = pieces.map(shuffledThemes);
  const findings = { ...judgeNotes(pieces), ...(await judgeSound(templates)) };
  return {
    ...findings,
    shuffled: Object.fromEntries(
      (Object.keys(themeBars) as (keyof ThemeMeasures)[]).map((name) => [name, rounded(mean(shuffled.map((themes) => themes[name])))]),
    ),
    seconds_of_notes: secondsOfNotes,
    bars: Object.keys(findings).length,
    met: Object.values(findings).filter(({ met }) => met).length,
  };
}

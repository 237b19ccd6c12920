import type { LabRendering } from '../tests/support/sound-lab/render.ts';
import { uniformAt } from '../shared/math/generator.ts';
import { soundOfUniverse } from '../tests/support/sound-lab/sound-of-universe.ts';
import { readTemplates, withParticles } from '../tests/support/templates.ts';
import { soundCentroidHz, loudnessRangeLu, spectrumDistanceDb, trebleDb } from './form/mix.ts';
import { type Bar, type Finding, judge } from './form/judge.ts';
import { judgeNotes, themeBars } from './form/judge-notes.ts';
import { drawPieces } from './form/pictures.ts';
import { melodyOf, hearPiece, type Piece } from './form/piece.ts';
import { measureThemes, type ThemeMeasures } from './form/themes.ts';
import { snareSound, soundsOfInstruments } from './form/timbres.ts';
import { renderSounds } from './music/render-sounds.ts';
import { mean, rounded } from './statistics.ts';

const secondsOfNotes = Number(process.env.FORM_SECONDS ?? 300);
/** Long enough that a quick piece comes to its break, and a slow one to its peak. */
const secondsOfMix = Number(process.env.FORM_MIX_SECONDS ?? 150);
/** Slots for particles: notes depend on means, and the swarm sings with a few voices, so a few are enough. */
const particles = 2000;

/** Templates whose notes take so long to rise are drones, which are meant to be dark. */
const droneAttackSeconds = 0.8;

/** The melody of a piece with its bars in random order: what a measure of returning themes finds by chance. */
function shuffledThemes(piece: Piece): ThemeMeasures {
  const melody = melodyOf(piece)
    .map((notes, bar) => ({ notes, key: uniformAt(20_261, bar, 7) }))
    .toSorted((a, b) => a.key - b.key);
  return measureThemes(
    piece,
    melody.map(({ notes }) => notes),
  );
}

/** Renders the mix of each template. */
const renderMixes = (templates: ReturnType<typeof readTemplates>) =>
  renderSounds(
    new Map(
      templates.map(({ id, document }) => [
        id,
        { ...soundOfUniverse(withParticles(document, particles), secondsOfMix), spectrogram: true },
      ]),
    ),
  );

/** Measures rendered mixes, the instruments and the snare. */
async function judgeSound(
  templates: ReturnType<typeof readTemplates>,
  mixes: ReadonlyMap<string, LabRendering>,
): Promise<Record<string, Finding>> {
  const instruments = [...(await renderSounds(soundsOfInstruments()))];
  const distances = instruments.flatMap(([one, sound], index) =>
    instruments.slice(index + 1).map(([other, another]): [string, number] => [`${one}, ${other}`, spectrumDistanceDb(sound, another)]),
  );
  const snare = await renderSounds(new Map([['snare', snareSound()]]));
  const ofThose = (some: typeof templates, measure: typeof trebleDb, bar: Bar) =>
    judge(new Map(some.map(({ id }) => [id, measure(mixes.get(id)!)])), bar);
  const noDrones = templates.filter(({ document }) => document.parameters.attack < droneAttackSeconds);
  const each = (measure: typeof trebleDb, bar: Bar) => ofThose(templates, measure, bar);
  return {
    lufs: each(({ lufs }) => lufs, { min: -17.5, max: -14.5 }),
    true_peak_dbtp: each(({ truePeakDb }) => truePeakDb, { max: -1 }),
    loudness_range_lu: each(loudnessRangeLu, { min: 6, max: 12 }),
    treble_db: ofThose(noDrones, trebleDb, { min: -25 }),
    instrument_distance_db: judge(new Map(distances), { min: 6 }),
    snare_centroid_hz: judge(new Map([...snare].map(([name, sound]) => [name, soundCentroidHz(sound)])), { min: 1500 }),
  };
}

/**
 * Measures the form, the themes, the timing and the sound of all templates: five minutes of notes and 150 s of the mix of each. `shuffled`
 * has the themes of the same melodies with their bars in random order. `FORM_PICTURES`: a folder for a picture of each piece.
 */
export async function run(): Promise<Record<string, unknown>> {
  const templates = readTemplates();
  const pieces = templates.map(({ id, document }) => hearPiece(id, withParticles(document, particles), secondsOfNotes));
  const shuffled = pieces.map(shuffledThemes);
  const mixes = await renderMixes(templates);
  if (process.env.FORM_PICTURES) drawPieces(process.env.FORM_PICTURES, pieces, mixes);
  const findings = { ...judgeNotes(pieces), ...(await judgeSound(templates, mixes)) };
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

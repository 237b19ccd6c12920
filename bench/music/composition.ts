import { mean, rounded } from '../statistics.ts';
import { chordRoughness, voiceTravel } from './against-chance.ts';
import { hearUniverse, type HeardUniverse } from './hear.ts';
import { commonestPitch, grooveConsistency, isFree, mostNotes, mostOnsets, pitchClassEntropy, tensionCorrelation } from './measures.ts';
import { universesToHear } from './universes.ts';

const seconds = 30;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null);

/** Measures the composer by its notes. */
export function measureComposition(): Record<string, unknown> {
  const heard: HeardUniverse[] = universesToHear().map((universe) => hearUniverse(universe, seconds));
  const sounding = heard.filter(({ notes }) => notes.length > 0);
  const notes = sum(heard.map((universe) => universe.notes.length));
  const travel = heard.map(voiceTravel);
  const roughness = heard.map(chordRoughness);
  const templates = heard.filter(({ isTemplate }) => isTemplate);
  const tensionOf = (universes: readonly HeardUniverse[]) => rounded(mean(known(universes.map(tensionCorrelation))));
  return {
    scale_adherence: sum(heard.map(({ inScale }) => inScale)) / notes,
    notes_per_second: rounded(notes / (heard.length * seconds)),
    notes_per_second_of_templates: rounded(mean(templates.map((universe) => universe.notes.length / seconds))),
    pitch_class_entropy: rounded(mean(sounding.map(pitchClassEntropy))),
    groove_consistency: rounded(mean(known(sounding.map(grooveConsistency)))),
    voice_leading_ratio: rounded(sum(travel.map(({ ours }) => ours)) / sum(travel.map(({ nearest }) => nearest))),
    voice_leading_ratio_to_parallel: rounded(sum(travel.map(({ ours }) => ours)) / sum(travel.map(({ kind }) => kind))),
    roughness_ratio: rounded(sum(roughness.map(({ ours }) => ours)) / sum(roughness.map(({ random }) => random))),
    tension_r: tensionOf(heard.filter(isFree)),
    tension_r_of_fixed_progressions: tensionOf(heard.filter((universe) => !isFree(universe))),
    onsets_per_second_max_per_part: Math.max(...heard.map(mostOnsets)),
    notes_per_second_max: Math.max(...heard.map(mostNotes)),
    commonest_pitch_of_a_melody_max: rounded(Math.max(...known(heard.map(commonestPitch)))),
    universes: heard.length,
    silent_universes: heard.length - sounding.length,
    notes,
    seconds_each: seconds,
  };
}

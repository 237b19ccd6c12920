import type { audioParameters } from '../parameters/audio.ts';
import type { musicParameters } from '../parameters/music.ts';
import { hasForm, isAcoustic } from '../music/index.ts';
import { parameters, type ParameterValues } from '../parameters/index.ts';
import { partLevels } from '../simulation/composer/parts-that-play.ts';
import { parts } from '../simulation/note.ts';
import { allSilent, because, isClassic, type Rule, silent } from './rule.ts';

type Level = 'volume' | 'ambienceLevel' | 'effectsLevel' | (typeof partLevels)[keyof typeof partLevels];
const isOff = (p: ParameterValues, level: Level) => p[level] <= parameters[level].min;
const areOff = (p: ParameterValues, levels: readonly Level[]) => levels.every((level) => isOff(p, level));

/** Not for what the simulation reads: it hears a little at the lowest volume. */
const turnedDown = because(['volume'], (p) => isOff(p, 'volume'));
/** The parts with an envelope; of these, the parts behind the swaying filter and the echo. */
const noTones = silent(['lead', 'bass', 'chords', 'texture']);
const noMelodies = silent(['lead', 'chords', 'texture']);
const noEcho = [turnedDown, noMelodies, because(['delayMix'], (p) => p.delayMix === 0)];
const noSway = [turnedDown, noMelodies, because(['lfoDepth'], (p) => p.lfoDepth === 0)];
const allLevels = [...parts.map((part) => partLevels[part]), 'effectsLevel'] as const;
const placedLevels = ['leadLevel', 'chordLevel', 'textureLevel', 'effectsLevel'] as const;

export const musicRules = {
  tempo: [because(['couplingMode', 'gravityToTempo'], (p) => isClassic(p) && p.gravityToTempo > 0)],
  tuning: [allSilent()],
  rhythmComplexity: [allSilent()],
  melodyRange: [noTones],
  lift: [silent(['lead']), because(['form'], (p) => !hasForm(p))],
  noteDensity: [allSilent()],
  octave: [allSilent()],
} as const satisfies { readonly [K in keyof typeof musicParameters]?: readonly Rule[] };

export const audioRules = {
  pitch: [allSilent()],
  waveform: [
    turnedDown,
    silent(['bass', 'texture']),
    because(['textureLevel', 'instrument'], (p) => isOff(p, 'textureLevel') && isAcoustic(p.instrument)),
  ],
  instrument: [turnedDown, silent(['lead', 'bass', 'chords'])],
  attack: [noTones],
  decay: [noTones],
  sustain: [noTones],
  release: [noTones],
  filterCutoff: [turnedDown, noTones],
  filterResonance: [turnedDown, noMelodies],
  lfoRate: noSway,
  lfoDepth: [turnedDown, noMelodies],
  lfoSync: noSway,
  reverb: [turnedDown, because(allLevels, (p) => areOff(p, allLevels))],
  delayMix: [turnedDown, noMelodies],
  delayFeedback: noEcho,
  delayTime: noEcho,
  delaySync: noEcho,
  ambience: [turnedDown, because(['ambienceLevel'], (p) => isOff(p, 'ambienceLevel'))],
  ambienceLevel: [turnedDown, because(['ambience'], (p) => p.ambience === 'none')],
  effectsLevel: [turnedDown],
  // Bass and drums are in the middle; sounds of collisions come from notes of the texture and the drums.
  stereoWidth: [turnedDown, silent(['lead', 'chords', 'texture', 'drums']), because(placedLevels, (p) => areOff(p, placedLevels))],
} as const satisfies { readonly [K in keyof typeof audioParameters]?: readonly Rule[] };

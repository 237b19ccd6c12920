import { neutralGravity, neutralTempo } from '../coupling/index.ts';
import { brightnessOf } from '../music/index.ts';
import type { couplingParameters } from '../parameters/coupling.ts';
import type { ParameterValues } from '../parameters/index.ts';
import { allSilent, because, isClassic, remarkOn, type Rule, silent } from './rule.ts';

/** The formulas of the original have no strengths. */
const onOff = remarkOn({ effect: 'limited', code: 'on-off', keys: ['couplingMode'], own: [] }, isClassic);

/** True while the effective gravity stays where the tempo of classic mode is neutral; in stable mode the tide moves it. */
const hasNeutralTempo = (p: ParameterValues) => isClassic(p) && p.gravity === neutralGravity && p.volumeToGravity === 0;
/** True while gravity leaves the tempo as it is. */
const keepsTempo = (p: ParameterValues) => p.gravityToTempo === 0;

export const couplingRules = {
  gravityToTempo: [onOff],
  motionToRhythm: [allSilent((p) => p.progression !== 'drift')],
  gravityToVolume: [onOff],
  tempoToPitch: [
    // It lifts the registers of melody and texture; in classic mode it transposes everything.
    silent(['lead', 'texture'], (p) => !isClassic(p)),
    because(['tempo', 'gravityToTempo'], (p) => p.tempo === neutralTempo && keepsTempo(p)),
    because(['gravity', 'volumeToGravity'], (p) => hasNeutralTempo(p) && !keepsTempo(p)),
    onOff,
  ],
  scaleToTimbre: [because(['scale'], (p) => !isClassic(p) && brightnessOf(p) === 0), onOff],
  volumeToGravity: [because(['gravity'], (p) => !isClassic(p) && p.gravity === 0), onOff],
  soundToMotion: [allSilent()],
  audioToEffects: [allSilent()],
} as const satisfies { readonly [K in keyof typeof couplingParameters]?: readonly Rule[] };

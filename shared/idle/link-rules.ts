import { neutralGravity, neutralTempo } from '../coupling/index.ts';
import { brightnessOf } from '../music/index.ts';
import type { couplingParameters } from '../parameters/coupling.ts';
import type { ParameterValues } from '../parameters/index.ts';
import { allSilent, because, isClassic, remarkOn, type Rule, silent } from './rule.ts';

/** The formulas of the original have no strengths. */
const onOff = remarkOn({ effect: 'limited', code: 'on-off', keys: ['couplingMode'], own: [] }, isClassic);

/** True while the effective gravity stays where the links of gravity are neutral. */
const hasNeutralGravity = (p: ParameterValues) => p.gravity === neutralGravity && p.volumeToGravity === 0;
const neutralPull = because(['gravity', 'volumeToGravity'], (p) => !isClassic(p) && hasNeutralGravity(p));
/** True while gravity leaves the tempo as it is. */
const keepsTempo = (p: ParameterValues) => p.gravityToTempo === 0;

export const couplingRules = {
  gravityToTempo: [neutralPull, onOff],
  motionToRhythm: [allSilent((p) => p.progression !== 'drift')],
  gravityToVolume: [
    neutralPull,
    // Gravity stands at its upper limit, at which the volume is full.
    because(['couplingMode', 'volumeToGravity'], (p) => isClassic(p) && p.volumeToGravity > 0),
    onOff,
  ],
  tempoToPitch: [
    // It lifts the registers of melody and texture; in classic mode it transposes everything.
    silent(['lead', 'texture'], (p) => !isClassic(p)),
    because(['tempo', 'gravityToTempo'], (p) => p.tempo === neutralTempo && keepsTempo(p)),
    because(['gravity', 'volumeToGravity'], (p) => hasNeutralGravity(p) && !keepsTempo(p) && (isClassic(p) || p.tempo === neutralTempo)),
    onOff,
  ],
  scaleToTimbre: [because(['scale'], (p) => !isClassic(p) && brightnessOf(p) === 0), onOff],
  volumeToGravity: [because(['gravity'], (p) => !isClassic(p) && p.gravity === 0), onOff],
  soundToMotion: [allSilent()],
  audioToEffects: [allSilent()],
} as const satisfies { readonly [K in keyof typeof couplingParameters]?: readonly Rule[] };

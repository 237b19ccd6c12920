import { type Part, parts } from '../../shared/simulation/note.ts';
import { type Mix, perPart } from '../common/part-mix.ts';
import { gainOf } from './sound-settings.ts';

/** True when any part is solo: then everything else is silent, ambience and effects too. */
export const isSolo = (mix: Mix): boolean => parts.some((part) => mix[part].solo);

/** True when the mix changes nothing. */
export const isEven = (mix: Mix): boolean => parts.every((part) => !mix[part].muted && !mix[part].solo && mix[part].gainDb === 0);

/** Gain of each part: 0 when it is muted or others are solo. A level that is not finite counts as 0 dB. */
export function mixGains(mix: Mix): Record<Part, number> {
  const alone = isSolo(mix);
  return perPart((part) => {
    const { gainDb, muted, solo } = mix[part];
    if (muted || (alone && !solo)) return 0;
    return Number.isFinite(gainDb) ? gainOf(Math.min(24, gainDb)) : 1;
  });
}

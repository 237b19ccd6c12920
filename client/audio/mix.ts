import { type Part, parts } from '../../shared/simulation/note.ts';
import { type Mix, perPart } from '../common/part-mix.ts';
import { gainOf } from './sound-settings.ts';

/** Whether one or more parts are listened to alone: then everything else is silent, ambience and effects too. */
export const isSolo = (mix: Mix): boolean => parts.some((part) => mix[part].solo);

/** Whether nothing is changed. */
export const isEven = (mix: Mix): boolean => parts.every((part) => !mix[part].muted && !mix[part].solo && mix[part].gainDb === 0);

/** Gain of each part: none where it is muted or others are solo. A level that is not a number counts as none changed. */
export function mixGains(mix: Mix): Record<Part, number> {
  const alone = isSolo(mix);
  return perPart((part) => {
    const { gainDb, muted, solo } = mix[part];
    if (muted || (alone && !solo)) return 0;
    return Number.isFinite(gainDb) ? gainOf(Math.min(24, gainDb)) : 1;
  });
}

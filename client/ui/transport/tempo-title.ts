import type { FrameScalars } from '../../../shared/simulation/frame-layout.ts';
import { say } from '../../words/words.ts';
import { formatNumber } from '../format.ts';

/** Smallest difference of the tempo from the one that is set, in BPM, for which the reason is given. */
const explainedFrom = 1;

/** Returns the title of the tempo that is heard: what it is, and why it is not the one that is set. */
export function tempoTitle(set: number, heard: Pick<FrameScalars, 'tempo' | 'gravity'> | null, canTap: boolean): string {
  const title = canTap ? say('Current tempo. Tap to set it (T)') : say('Current tempo');
  if (!heard || Math.abs(heard.tempo - set) < explainedFrom) return title;
  const values = { set: formatNumber(set), gravity: formatNumber(heard.gravity), heard: formatNumber(Math.round(heard.tempo)) };
  return `${title}\n${say('Set to {set} BPM; a gravity of {gravity} m/s² makes it {heard}', values)}`;
}

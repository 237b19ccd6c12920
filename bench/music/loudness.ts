import { soundOfUniverse } from '../../tests/support/sound-lab/sound-of-universe.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';
import { rounded } from '../statistics.ts';
import { renderSounds } from './render-sounds.ts';

const seconds = 60;
const targetLufs = -16;

/**
 * Measures the loudness of universes over their first minute at the default volume: the largest deviation from −16 LUFS, and the highest
 * true peak. @see ITU-R BS.1770-4
 */
export async function measureLoudness(universes: ReadonlyMap<string, UniverseDocument>): Promise<{
  lufs_worst_deviation: number;
  true_peak_dbtp_max: number;
  lufs: Record<string, number>;
}> {
  const sounds = new Map([...universes].map(([name, document]) => [name, soundOfUniverse(document, seconds)]));
  const renderings = await renderSounds(sounds);
  const measured = [...renderings.values()];
  return {
    lufs_worst_deviation: rounded(Math.max(...measured.map(({ lufs }) => Math.abs(lufs - targetLufs)))),
    true_peak_dbtp_max: rounded(Math.max(...measured.map(({ truePeakDb }) => truePeakDb))),
    lufs: Object.fromEntries([...renderings].map(([name, { lufs }]) => [name, rounded(lufs)])),
  };
}

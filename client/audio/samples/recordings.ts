import { isAcoustic } from '../../../shared/music/acoustic.ts';
import type { ParameterValues } from '../../../shared/parameters/index.ts';
import { gainOf } from '../sound-settings.ts';
import { loadRecording } from './library.ts';
import { isRecorded } from './recorded-timbres.ts';

/** Loads the recordings that universes with these parameters use; one that fails to load is left out. */
export async function loadRecordings(universes: readonly Pick<ParameterValues, 'instrument' | 'bassLevel' | 'drumLevel'>[]): Promise<void> {
  const names = new Set(
    universes.flatMap(({ instrument, bassLevel, drumLevel }) => [
      ...(isRecorded(instrument) ? [instrument] : []),
      ...(isAcoustic(instrument) && gainOf(bassLevel) > 0 ? ['bass'] : []),
      ...(gainOf(drumLevel) > 0 ? ['drums'] : []),
    ]),
  );
  await Promise.all([...names].map((name) => loadRecording(name).catch(() => undefined)));
}

import type { ParameterValues } from '../../../shared/parameters/index.ts';
import { loadRecording } from './library.ts';
import { isRecorded } from './recorded-timbres.ts';

/** Loads the recordings that universes with these parameters use; one that fails to load is left out. */
export async function loadRecordings(universes: readonly Pick<ParameterValues, 'instrument'>[]): Promise<void> {
  const names = new Set(universes.map(({ instrument }) => instrument).filter(isRecorded));
  await Promise.all([...names].map((name) => loadRecording(name).catch(() => undefined)));
}

import { followCrew } from '../../shared/simulation/crew/follow.ts';
import type { Invitation } from '../../shared/simulation/crew/lead.ts';

/** A thread that the simulation worker shares its steps with. It hears of another world when it has been sent home from the one before. */
globalThis.onmessage = ({ data }: MessageEvent<Invitation | 'ready?'>) => {
  if (data === 'ready?') globalThis.postMessage('ready');
  else followCrew(data);
};

import { followCrew } from '../../shared/simulation/crew/follow.ts';
import type { WorkerThreadStart } from '../../shared/simulation/crew/lead.ts';

/** A thread that the simulation worker shares its steps with. It hears of another world when it has been sent home from the one before. */
globalThis.onmessage = ({ data }: MessageEvent<WorkerThreadStart | Uint32Array>) => {
  if (data instanceof Uint32Array) {
    // Seen by whoever asks whether this thread shares its memory.
    Atomics.store(data, 0, 1);
    globalThis.postMessage('ready');
  } else {
    followCrew(data);
  }
};

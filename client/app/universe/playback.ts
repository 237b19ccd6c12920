import { createEngine, type Engine } from '../../engine/engine.ts';
import { rememberPiece } from '../../store/movement.ts';
import type { Store } from '../../store/store.ts';
import { type Checkpoints, createCheckpoints } from '../features/recording/checkpoints.ts';
import { createListening, type Listening } from '../sound/listening.ts';
import { createSound, type Sound } from '../sound/sound.ts';
import { createStage, type Stage } from '../stage/stage.ts';
import { wantedThreads } from './wanted-threads.ts';

/** The simulation, sound and picture of the open universe on this device. */
export interface Playback {
  readonly engine: Engine;
  readonly checkpoints: Checkpoints;
  readonly sound: Sound;
  readonly listening: Listening;
  readonly stage: Stage;
  dispose(): void;
}

/** Creates the simulation, the sound and the picture. The simulation reports nothing before `engine.listen`. */
export function createPlayback(store: Store, host: HTMLElement): Playback {
  const sound = createSound(store);
  const listening = createListening(store, sound);
  const engine = createEngine(wantedThreads());
  const checkpoints = createCheckpoints(() => engine.snapshot());
  const stage = createStage({
    store,
    host,
    giveBack: (buffer) => engine.giveBack(buffer),
    readOut(scalars) {
      store.piece.value = rememberPiece(store.piece.value, scalars, store.authoredDocument.value.seed);
      store.scalars.value = scalars;
      checkpoints.observe(scalars.tick);
      sound.readOut();
    },
  });
  return {
    engine,
    checkpoints,
    sound,
    listening,
    stage,
    dispose() {
      stage.dispose();
      engine.dispose();
      listening.dispose();
      sound.dispose();
    },
  };
}

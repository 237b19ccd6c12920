import type { Note } from '../../shared/simulation/note.ts';
import { createSimulation } from '../../shared/simulation/simulation.ts';
import { thinned } from '../../shared/suggestion/index.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';
import { createFrameTaker } from '../engine/frame-taker.ts';
import { createAutoFraming, driftCamera, frameCamera, type PictureRenderer } from '../gpu/index.ts';
import type { PreviewSounds } from './protocol.ts';

/** Most particles of a preview. */
const previewParticles = 600;
/** Ticks after which a universe shows what it is. */
const settledTicks = 300;

/** A thinned universe that runs in a place of the gallery. */
export interface PreviewScene {
  /** Whether it has run long enough to be shown. */
  readonly isSettled: boolean;
  /** Runs for some ticks, and returns the notes that it played. */
  advance(ticks: number): Note[];
  draw(picture: PictureRenderer, seconds: number, reducedMotion: boolean): void;
  /** Returns what instruments need beside the notes. */
  values(): Pick<PreviewSounds, 'parameters' | 'scalars'>;
}

export function createPreviewScene(document: UniverseDocument): PreviewScene {
  const simulation = createSimulation(thinned(document, previewParticles));
  const takeFrame = createFrameTaker(simulation);
  const framing = createAutoFraming();
  let camera = frameCamera(document.parameters);
  return {
    get isSettled() {
      return simulation.tick >= settledTicks;
    },
    advance(ticks) {
      const notes: Note[] = [];
      for (let step = 0; step < ticks; step++) {
        simulation.step();
        for (const note of simulation.notes) notes.push({ ...note });
      }
      return notes;
    },
    draw(picture, seconds, reducedMotion) {
      const frame = takeFrame();
      const { parameters, seed, wells } = simulation.world.document;
      camera = driftCamera(framing.follow(camera, parameters, frame, seconds, reducedMotion), parameters, seconds, reducedMotion);
      picture.draw({ frame, alpha: 1, seconds, parameters, seed, wells, camera, reducedMotion });
    },
    values: () => ({ parameters: simulation.world.document.parameters, scalars: takeFrame().scalars }),
  };
}

import type { Note } from '../../shared/simulation/note.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';
import type { PictureRenderer } from '../gpu/index.ts';
import type { PreviewScene } from './preview-scene.ts';
import type { PreviewPace, PreviewRequest, PreviewSounds, ShownUniverse } from './protocol.ts';
import { createScenePool } from './scene-pool.ts';

/** Time between two pictures in ms, and its multiple of the cost of one where that is dearer: the device has other work. */
const pictureMs = 1000 / 30;
const costFactor = 2;
/** A turn may be so early. */
const earlyMs = 2;
/** Longest time between two pictures for what smooths them, in seconds. */
const maxSeconds = 0.2;
/** Most ticks between two pictures: on a slow device previews are slow. */
const maxTicks = 6;
/** Pictures, two ticks apart, that leave their light in a still one. */
const exposures = 30;

interface Place {
  readonly picture: PictureRenderer;
  shown: ShownUniverse | null;
  /** Whether the still picture of the shown universe is finished. */
  isDrawn: boolean;
  drawnMs: number;
}

export interface PreviewLoop {
  accept(request: Exclude<PreviewRequest, { kind: 'begin' }>): void;
  /** Does a turn of work; returns the ms until the next one, or null if there is nothing to do. */
  turn(nowMs: number): number | null;
}

/** Creates the loop that runs and draws the previews in `pictures`; `tell` gets what the one that is heard plays. */
export function createPreviewLoop(
  pictures: readonly PictureRenderer[],
  firstPace: PreviewPace,
  tell: (sounds: PreviewSounds) => void,
): PreviewLoop {
  const places = pictures.map((picture): Place => ({ picture, shown: null, isDrawn: false, drawnMs: 0 }));
  const scenes = createScenePool(places);
  let pace = firstPace;
  let heard: number | null = null;
  let ranMs = 0;
  let costMs = 0;

  /** Runs all universes and draws them; where pictures stand still, only the one that is heard runs. */
  const run = (nowMs: number) => {
    const ticks = Math.min(maxTicks, Math.round(((nowMs - ranMs) * ticksPerSecond) / 1000));
    ranMs = nowMs;
    const played = new Map<PreviewScene, readonly Note[]>();
    places.forEach((place, index) => {
      const scene = scenes.of(place.shown);
      if (!scene || (pace === 'still' && index !== heard)) return;
      const notes = played.get(scene) ?? scene.advance(ticks);
      played.set(scene, notes);
      if (index === heard) tell({ kind: 'sounded', place: index, notes, ...scene.values() });
      if (pace === 'still') return;
      scene.draw(place.picture, Math.min(maxSeconds, (nowMs - place.drawnMs) / 1000), false);
      place.drawnMs = nowMs;
    });
  };

  const expose = () => {
    for (const place of places) {
      const scene = scenes.of(place.shown);
      if (!scene || place.isDrawn) continue;
      for (let exposure = 0; exposure < exposures; exposure++) {
        scene.advance(2);
        scene.draw(place.picture, 2 / ticksPerSecond, true);
      }
      place.isDrawn = true;
      return;
    }
  };

  return {
    accept(request) {
      if (request.kind === 'pace') pace = request.pace;
      if (request.kind === 'hear') heard = request.place;
      if (request.kind !== 'show') return;
      const place = places[request.place];
      if (!place) return;
      place.isDrawn &&= place.shown?.id === request.shown?.id;
      place.shown = request.shown;
      scenes.forgetGone();
    },
    turn(nowMs) {
      if (pace === 'paused') return null;
      let isBusy = scenes.prepare();
      if (pace === 'still') {
        expose();
        isBusy ||= places.some((place) => scenes.of(place.shown) && !place.isDrawn);
        if (heard === null) return isBusy ? 0 : null;
      }
      if (nowMs - ranMs >= pictureMs - earlyMs) {
        const began = performance.now();
        run(nowMs);
        costMs += (performance.now() - began - costMs) * 0.2;
      }
      return isBusy ? 0 : Math.max(pictureMs, costFactor * costMs) - costMs;
    },
  };
}

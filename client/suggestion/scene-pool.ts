import { createPreviewScene, type PreviewScene } from './preview-scene.ts';
import type { ShownUniverse } from './protocol.ts';

/** Ticks of a new universe in one turn, which others wait for. */
const ticksPerTurn = 75;

/** The running universes of the places of a gallery; the same one in several places runs once. */
export interface ScenePool {
  /** The universe of a place, once it is settled. */
  of(shown: ShownUniverse | null): PreviewScene | null;
  /** Makes the next universe that is not there, or brings it on; returns whether there was one. */
  prepare(): boolean;
  /** Drops universes that are in no place any more. */
  forgetGone(): void;
}

export function createScenePool(places: readonly { readonly shown: ShownUniverse | null }[]): ScenePool {
  const scenes = new Map<number, PreviewScene>();
  return {
    of(shown) {
      const scene = shown && scenes.get(shown.id);
      return scene?.isSettled ? scene : null;
    },
    prepare() {
      for (const { shown } of places) {
        if (!shown) continue;
        const scene = scenes.get(shown.id);
        if (scene?.isSettled) continue;
        if (scene) scene.advance(ticksPerTurn);
        else scenes.set(shown.id, createPreviewScene(shown.document));
        return true;
      }
      return false;
    },
    forgetGone() {
      const ids = new Set(places.map(({ shown }) => shown?.id));
      for (const id of scenes.keys()) if (!ids.has(id)) scenes.delete(id);
    },
  };
}

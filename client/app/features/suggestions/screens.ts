import { effect } from '@preact/signals-core';
import type { UniverseDocument } from '../../../../shared/universe/index.ts';
import { galleryPlaces, middlePlace, proposalOf } from '../../../store/suggestions.ts';
import { createPreviews } from '../../../suggestion/previews.ts';
import type { PreviewPace, ShownUniverse } from '../../../suggestion/protocol.ts';
import type { ClientApp } from '../../feature.ts';
import { nextUniverseId } from './findings.ts';
import { type Hearing, startHearing } from './hearing.ts';

/** The previews of the gallery, in picture and sound. */
export interface Screens {
  /** Shows the universe as it is where the middle has no proposal. */
  setPresent(document: UniverseDocument): void;
  /** Stops the pictures, for as long as the device is needed otherwise. */
  pause(isPaused: boolean): void;
  /** Plays the preview of a place in place of the open universe, or ends that. */
  hear(place: number | null): void;
  close(): void;
}

/** Previews follow the store from now on. */
export function openScreens({ store, session }: ClientApp, canvases: readonly HTMLCanvasElement[], document: UniverseDocument): Screens {
  let isPaused = false;
  const paceNow = (): PreviewPace => {
    const usual = store.isMotionReduced.value ? 'still' : 'moving';
    return globalThis.document.hidden || isPaused ? 'paused' : usual;
  };
  let hearing: Hearing | null = null;
  let present: ShownUniverse = { id: nextUniverseId(), document };
  const shownIds: (number | null)[] = Array.from({ length: galleryPlaces }, () => null);
  const previews = createPreviews(canvases, paceNow(), (sounds) => hearing?.sounded(sounds));

  const showAt = (place: number, shown: ShownUniverse | null) => {
    if (shownIds[place] === (shown?.id ?? null)) return;
    shownIds[place] = shown?.id ?? null;
    previews.show(place, shown && { id: shown.id, document: shown.document });
  };
  const showAll = () => {
    const view = store.suggestions.value;
    // First the middle: what comes from another place runs on.
    showAt(middlePlace, (view.isPresentShown ? null : proposalOf(view)) ?? present);
    view.around.forEach((proposal, place) => place !== middlePlace && showAt(place, proposal));
  };
  const hear = (place: number | null) => {
    hearing?.end();
    const sound = place === null ? null : (session?.sound.lend() ?? null);
    hearing = sound && startHearing(sound);
    const heard = hearing ? place : null;
    previews.hear(heard);
    store.suggestions.value = { ...store.suggestions.value, heard };
  };
  const followPace = () => {
    if (globalThis.document.hidden && hearing) hear(null);
    previews.setPace(paceNow());
  };

  globalThis.document.addEventListener('visibilitychange', followPace);
  const stops = [effect(showAll), effect(() => previews.setPace(paceNow()))];
  return {
    setPresent(next) {
      present = { id: nextUniverseId(), document: next };
      showAll();
    },
    pause(paused) {
      isPaused = paused;
      previews.setPace(paceNow());
    },
    hear,
    close() {
      for (const stop of stops) stop();
      globalThis.document.removeEventListener('visibilitychange', followPace);
      hearing?.end();
      hearing = null;
      previews.dispose();
    },
  };
}

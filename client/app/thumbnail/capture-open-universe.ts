import type { Store } from '../../store/store.ts';
import { sendThumbnail } from '../../net/thumbnails.ts';
import type { Clarity } from '../picture/protocol.ts';
import { createThumbnailCapture, type ThumbnailCapture } from './thumbnail-capture.ts';

interface CaptureOptions {
  store: Store;
  universeId: string;
  hasThumbnail: boolean;
  /** Captures the next picture; null if it shows less than requested. */
  shoot: (clarity: Clarity) => Promise<Blob | null>;
}

/** Captures the thumbnail of the open universe, from the view of an editor. */
export function captureOpenUniverse({ store, universeId, hasThumbnail, shoot }: CaptureOptions): ThumbnailCapture {
  const isMoment = () =>
    store.canEdit.value &&
    store.playing.value &&
    store.connection.value.status === 'online' &&
    document.visibilityState === 'visible' &&
    (store.scalars.value?.alive ?? 0) > 0;
  return createThumbnailCapture({
    hasThumbnail,
    isMoment,
    async take(clarity) {
      const jpeg = await shoot(clarity);
      return jpeg !== null && sendThumbnail(universeId, jpeg);
    },
  });
}

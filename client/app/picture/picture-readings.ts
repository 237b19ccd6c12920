import { pageMs } from '../../common/page-clock.ts';
import type { PublishedFrame } from '../../engine/frame-slot.ts';
import type { CameraState, Renderer } from '../../gpu/index.ts';
import type { Report } from './protocol.ts';
import { createTracker } from './tracker.ts';

/** Reports the state of the picture to the page, once for each request. */
interface PictureReadings {
  track(slot: number | null): void;
  request(): void;
  /** Reports the picture that has been drawn; `isNew`: it shows a frame for the first time. */
  drawn(camera: CameraState, frame: PublishedFrame, renderer: Renderer, isNew: boolean): void;
}

export function createPictureReadings(report: Report): PictureReadings {
  const tracker = createTracker();
  let isRequested = false;
  let newFramesDrawn = 0;

  return {
    track: tracker.track,
    request() {
      isRequested = true;
    },
    drawn(camera, frame, renderer, isNew) {
      if (isNew) newFramesDrawn += 1;
      if (isNew && newFramesDrawn === 2) report({ kind: 'first-frame', atMs: pageMs() });
      if (!isRequested) return;
      isRequested = false;
      const { wells, scalars } = frame;
      const { quality, kind, notice, framesDrawn } = renderer;
      const tracked = tracker.placeIn(frame);
      report({
        kind: 'reading',
        reading: { camera, wells: wells.slice(), scalars, tracked, quality, rendererKind: kind, notice, framesDrawn },
      });
    },
  };
}

import { createSoundDrive } from '../../../hands/sound-drive.ts';
import { type DriveSource, type DriveView, noDrive } from '../../../store/hands.ts';
import type { Store } from '../../../store/store.ts';
import { say } from '../../../words/words.ts';
import { messageOf } from '../../page/actions.ts';

/** The interface shows the bands at most this often. */
const showMs = 90;

/** A sound of one's own that moves one's own picture, and nothing else. */
export interface DriveDesk {
  listen(source: DriveSource | null): void;
  dispose(): void;
}

/** `drive` is told of the bands at the pace of the display, and null when it is over. */
export function createDriveDesk(store: Store, drive: (bands: Pick<DriveView, 'bass' | 'mid' | 'high'> | null) => void): DriveDesk {
  let lastShownMs = 0;

  const end = (message: string) => {
    drive(null);
    store.drive.value = { ...noDrive, message };
  };

  const sound = createSoundDrive({
    bands(bands) {
      drive(bands);
      const nowMs = performance.now();
      if (nowMs - lastShownMs < showMs) return;
      lastShownMs = nowMs;
      store.drive.value = { ...store.drive.value, ...bands };
    },
    ended: () => end(say('The sound has ended.')),
  });

  return {
    listen(source) {
      sound.stop();
      end('');
      if (!source) return;
      sound.start(source).then(
        () => {
          store.drive.value = { ...noDrive, source };
        },
        (error: unknown) => end(messageOf(error)),
      );
    },
    dispose() {
      sound.stop();
      end('');
    },
  };
}

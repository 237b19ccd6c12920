import { createSoundDrive } from '../../../hands/sound-drive.ts';
import { type DriveSource, type DriveView, noDrive } from '../../../store/hands.ts';
import type { Store } from '../../../store/store.ts';
import { say } from '../../../words/words.ts';
import { messageOf } from '../../page/actions.ts';

/** Minimum interval at which the interface shows the bands. */
const showMs = 90;

/** The user's own sound, which moves only their own picture. */
export interface DriveDesk {
  listen(source: DriveSource | null): void;
  dispose(): void;
}

/** `drive` is called with the bands once per display frame, and with null at the end. */
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

import type { CursorRequest } from '../../../../shared/room/messages.ts';
import { cursorMs } from '../../../../shared/room/presence-rates.ts';
import type { Point } from '../../../gpu/index.ts';
import type { Store } from '../../../store/store.ts';

export interface Pointer {
  /** One's own pointer is at a place of the scene, or has left it. */
  pointAt(point: Point | null): void;
  /** A hand is on this control, or on none. */
  touch(key: string): void;
  dispose(): void;
}

/** Tells the room where one points and which control one moves: at its pace, and always the last word. */
export function createPointer(store: Store, send: (cursor: CursorRequest) => void): Pointer {
  let place: Point | null = null;
  let editing = '';
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastMs = -Infinity;

  const flush = () => {
    timer = null;
    lastMs = performance.now();
    const [x, y, z] = place ?? [0, 0, 0];
    send({ x, y, z, visible: place !== null, editing });
  };
  const say = () => {
    // Who only watches is not seen to point, and who is alone points for nobody.
    const { members } = store;
    const me = members.value.find(({ isMe }) => isMe);
    if (timer !== null || !me || me.role === 'spectator' || members.value.length < 2) return;
    timer = setTimeout(flush, Math.max(0, lastMs + cursorMs - performance.now()));
  };

  return {
    pointAt(point) {
      place = point;
      say();
    },
    touch(key) {
      editing = key;
      say();
    },
    dispose() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

import type { CameraGesture } from '../picture/protocol.ts';

export interface StageInput {
  /** Removes the listeners. */
  dispose(): void;
}

interface StageInputOptions {
  element: HTMLElement;
  move: (gesture: CameraGesture) => void;
  /** Position of the pointer over the stage, in CSS pixels; null when it leaves. */
  hover: (place: { x: number; y: number } | null) => void;
}

/**
 * Listens to pointers: one finger or the left button orbits, two fingers pan and pinch, the right button or Shift pans, the wheel zooms.
 */
export function listenToStage({ element, move, hover }: StageInputOptions): StageInput {
  const pointers = new Map<number, { x: number; y: number }>();
  const stop = new AbortController();
  const { signal } = stop;

  const span = () => {
    const [a, b] = [...pointers.values()];
    return { distance: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  };

  const onMove = (event: PointerEvent) => {
    const { left, top } = element.getBoundingClientRect();
    hover({ x: event.clientX - left, y: event.clientY - top });
    const last = pointers.get(event.pointerId);
    if (!last) return;
    const before = pointers.size === 2 ? span() : null;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const dx = event.clientX - last.x;
    const dy = event.clientY - last.y;
    if (before) {
      const after = span();
      const factor = after.distance / Math.max(1, before.distance);
      move({ kind: 'pan', dx: after.x - before.x, dy: after.y - before.y });
      move({ kind: 'dolly', factor });
    } else move({ kind: event.shiftKey || (event.buttons & 6) !== 0 ? 'pan' : 'orbit', dx, dy });
  };

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (pointers.size === 2) return;
      element.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    },
    { signal },
  );
  element.addEventListener('pointermove', onMove, { signal });
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
    element.addEventListener(type, (event) => pointers.delete(event.pointerId), { signal });
  }
  element.addEventListener('pointerleave', () => hover(null), { signal });
  element.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      move({ kind: 'wheel', deltaPixels: event.deltaY });
    },
    { signal, passive: false },
  );
  return { dispose: () => stop.abort() };
}

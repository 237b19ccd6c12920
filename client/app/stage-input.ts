import { type CameraState, dollyCamera, orbitCamera, panCamera, type Viewport, wheelCamera } from '../gpu/index.ts';

export interface StageInput {
  /** Takes the listeners away. */
  dispose(): void;
}

interface StageInputOptions {
  element: HTMLElement;
  viewport: () => Viewport;
  /** Replaces the camera by what the gesture makes of it. */
  move: (change: (camera: CameraState) => CameraState) => void;
  /** Where the pointer is over the stage, in CSS pixels; null when it left. */
  hover: (place: { x: number; y: number } | null) => void;
}

/** One finger or the left button orbits, two fingers pan and pinch, the right button or Shift pans, the wheel comes nearer. */
export function listenToStage({ element, viewport, move, hover }: StageInputOptions): StageInput {
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
      move((camera) => dollyCamera(panCamera(camera, after.x - before.x, after.y - before.y, viewport()), factor));
    } else if (event.shiftKey || (event.buttons & 6) !== 0) move((camera) => panCamera(camera, dx, dy, viewport()));
    else move((camera) => orbitCamera(camera, dx, dy, viewport()));
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
      move((camera) => wheelCamera(camera, event.deltaY));
    },
    { signal, passive: false },
  );
  return { dispose: () => stop.abort() };
}

import { type CameraView, type Point, projectPoint, type Viewport } from '../gpu/index.ts';
import type { StageMark, Store } from '../store/store.ts';

/** Handles and cursors where they lie on the screen now. `placesOfWells`: x, y, z in m, by their order in the document. */
export function projectMarks(store: Store, placesOfWells: Float32Array, view: CameraView, viewport: Viewport): StageMark[] {
  const { emitters, wells } = store.document.value;
  const marks: StageMark[] = [];
  const add = (kind: StageMark['kind'], id: string, label: string, colour: string, point: Point) => {
    const place = projectPoint(view, viewport, point);
    if (place) marks.push({ kind, id, label, colour, x: place.x, y: place.y });
  };
  emitters.forEach(({ id, x, y, z }) => add('emitter', id, id, '#ffffff', [x, y, z]));
  wells.forEach(({ id, x, y, z }, index) => {
    const at = index * 3;
    const seen: Point = at + 2 < placesOfWells.length ? [placesOfWells[at], placesOfWells[at + 1], placesOfWells[at + 2]] : [x, y, z];
    add('well', id, id, '#ffffff', seen);
  });
  for (const { id, name, colour, cursor, isMe } of store.members.value) {
    if (!isMe && cursor) add('cursor', id, name, colour, [cursor.x, cursor.y, cursor.z]);
  }
  return marks;
}

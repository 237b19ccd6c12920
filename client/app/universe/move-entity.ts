import type { Edit, UniverseDocument } from '../../../shared/universe/index.ts';
import type { Point } from '../../gpu/index.ts';

const farthest = 200;
const perMetre = 10;

/** Returns the edit that moves an emitter or a well to the result of `placeFrom` for its position; null if it does not exist. */
export function moveOf({ emitters, wells }: UniverseDocument, id: string, placeFrom: (at: Point) => Point): Edit | null {
  const emitter = emitters.find((entry) => entry.id === id);
  const entity = emitter ?? wells.find((entry) => entry.id === id);
  if (!entity) return null;
  const [x, y, z] = placeFrom([entity.x, entity.y, entity.z]).map((value) =>
    Math.max(-farthest, Math.min(farthest, Math.round(value * perMetre) / perMetre)),
  );
  const values = { x, y, z };
  return emitter ? { kind: 'emitter.set', id, values } : { kind: 'well.set', id, values };
}

import { growthOf } from '../../../shared/coupling/index.ts';
import { type Point, projectPoint, type Projection } from '../../gpu/index.ts';
import { cursorPlaceAt } from '../../store/cursor-track.ts';
import type { StagePoint, Store } from '../../store/store.ts';
import { draftPin } from '../../store/comments.ts';
import type { PictureReading } from '../picture/protocol.ts';

type Reading = Pick<PictureReading, 'wells' | 'scalars' | 'tracked'>;

/** Projects handles, cursors and comment pins to the screen. Listening wells swell with the sound, unless `still`. */
export function projectMarks(store: Store, reading: Reading, sight: Projection, still: boolean): StagePoint[] {
  const { emitters, wells, parameters } = store.effectiveDocument.value;
  const placesOfWells = reading.wells;
  const marks: StagePoint[] = [];
  const add = (kind: StagePoint['kind'], id: string, label: string, colour: string, point: Point, swell = 1) => {
    const place = projectPoint(sight, point);
    if (place) marks.push({ kind, id, label, colour, x: place.x, y: place.y, swell });
  };
  emitters.forEach(({ id, x, y, z }) => add('emitter', id, id, '#ffffff', [x, y, z]));
  const inertia = parameters.particleMass * parameters.density;
  wells.forEach(({ id, x, y, z, listening }, index) => {
    const at = index * 3;
    const seen: Point = at + 2 < placesOfWells.length ? [placesOfWells[at], placesOfWells[at + 1], placesOfWells[at + 2]] : [x, y, z];
    add('well', id, id, '#ffffff', seen, still ? 1 : growthOf(listening, reading.scalars, inertia));
  });
  // The particle that played the chosen note.
  if (reading.tracked) add('player', 'player', '', '#ffffff', reading.tracked);
  const nowMs = performance.now();
  for (const { id, name, colour, isMe } of store.members.value) {
    const track = store.cursors.value.get(id);
    if (!isMe && track) add('cursor', id, name, colour, cursorPlaceAt(track, nowMs));
  }
  const { threads, chosen, place, arePinsShown } = store.comments.value;
  for (const thread of arePinsShown ? threads : []) {
    const isShown = !thread.isResolved || thread.id === chosen?.id;
    if (thread.place && isShown) {
      const { x, y, z } = thread.place;
      add('pin', thread.id, String(thread.number), thread.author?.colour ?? '#ffffff', [x, y, z]);
    }
  }
  if (place) add('pin', draftPin, '', '#ffffff', [place.x, place.y, place.z]);
  return marks;
}

import type { Edit } from '../../../../shared/universe/index.ts';

/** What of the open universe is needed to say something of it. */
export interface Scene {
  /** The place under a point of the screen. */
  placeAt(x: number, y: number): readonly [number, number, number];
  /** Turns the view to a place. */
  lookAt(point: readonly [number, number, number]): void;
  edit(edit: Edit): void;
}

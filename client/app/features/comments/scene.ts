import type { Edit } from '../../../../shared/universe/index.ts';

/** The part of the open universe that comments need. */
export interface Scene {
  /** Returns the place under a point of the screen. */
  placeAt(x: number, y: number): readonly [number, number, number];
  /** Turns the view to a place. */
  lookAt(point: readonly [number, number, number]): void;
  edit(edit: Edit): void;
}

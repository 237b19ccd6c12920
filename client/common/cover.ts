/** CSS pixels at the edges of the stage that the interface covers: a view is centred in what is free, and fits there. */
export interface Cover {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const uncovered: Cover = { top: 0, right: 0, bottom: 0 };

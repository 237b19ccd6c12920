/** The widths in CSS pixels that the interface covers at the edges of the stage: a view is centred in the free area and fits into it. */
export interface Cover {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const uncovered: Cover = { top: 0, right: 0, bottom: 0 };

/** The axes of the pads: calm–wild, dark–bright, sparse–dense, restful–tense. */
export const axes = ['wild', 'bright', 'dense', 'tense'] as const;
export type Axis = (typeof axes)[number];

/** A place on each axis, −1..1; 0 is the middle of the corpus. */
export type PadPlace = Readonly<Record<Axis, number>>;

/** How far a variation goes. */
export interface Strides {
  /** Share of the gradual values that it moves, and the standard deviation of such a move as a share of the control. */
  readonly gradual: number;
  readonly reach: number;
  /** Share of the choices, switches and numbers of things that it changes. */
  readonly sudden: number;
}

/** Returns the strides of an amount, 0..1. */
export function stridesOf(amount: number): Strides {
  return { gradual: 0.1 + 0.25 * amount, reach: 0.03 + 0.17 * amount, sudden: 0.01 + 0.07 * amount };
}

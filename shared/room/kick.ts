/** Minutes for which a kicked user stays out. */
export const kickMinutes = 60;

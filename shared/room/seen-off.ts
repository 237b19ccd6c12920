/** Minutes for which a kicked user stays out. */
export const seenOffMinutes = 60;

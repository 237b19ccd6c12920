/** For so long somebody who was seen off stays out. */
export const seenOffMinutes = 60;

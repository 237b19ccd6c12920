/** Returns ordered places from 0 to 1, moved as little as necessary so that each is `least` from the next; closer if there are too many. */
export function spreadInOrder(places: readonly number[], least: number): number[] {
  const gap = Math.min(least, 1 / Math.max(1, places.length - 1));
  const moved: number[] = [];
  for (const place of places) moved.push(Math.max(place, moved.length === 0 ? 0 : moved.at(-1)! + gap));
  for (let at = moved.length - 1, most = 1; at >= 0; at -= 1, most -= gap) moved[at] = Math.min(moved[at], most);
  return moved;
}

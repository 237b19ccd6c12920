/**
 * Next degree of a melody: a walk in steps that leans to `target`, turns back after a leap, and stays in low..high.
 * `chance` 0..1 decides; all degrees are whole numbers.
 */
export function nextMelodyDegree(current: number, lastMove: number, target: number, low: number, high: number, chance: number): number {
  let move = walk(chance, target - current);
  // After a leap the line steps back the other way.
  if (Math.abs(lastMove) > 2) move = lastMove > 0 ? -1 : 1;
  const next = current + move;
  if (next > high) return Math.max(low, current - 1 - Math.abs(move));
  if (next < low) return Math.min(high, current + 1 + Math.abs(move));
  return next;
}

/** Mostly steps, sometimes a third, seldom a leap; the further away the target, the surer the direction. */
function walk(chance: number, distance: number): number {
  const towards = distance === 0 ? (chance < 0.5 ? -1 : 1) : Math.sign(distance);
  const certainty = Math.min(0.9, 0.55 + Math.abs(distance) * 0.06);
  const draw = chance * 97 - Math.floor(chance * 97);
  const size = draw < 0.12 ? 0 : draw < 0.68 ? 1 : draw < 0.9 ? 2 : 4;
  return chance < certainty ? towards * size : -towards * Math.min(size, 2);
}

/** The member of `pitchClasses` nearest to `midi`, as a MIDI number; the lower one of two. */
export function nearestChordTone(midi: number, pitchClasses: readonly number[]): number {
  for (let distance = 0; distance <= 6; distance++) {
    if (pitchClasses.includes((((midi - distance) % 12) + 12) % 12)) return midi - distance;
    if (pitchClasses.includes((((midi + distance) % 12) + 12) % 12)) return midi + distance;
  }
  return midi;
}

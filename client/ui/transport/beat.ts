/** Quietest level that the meter shows, dBFS. */
const meterFloorDb = -48;
/** Share of a beat after which its lamp is off. */
const lampBeats = 0.6;
const maxLamps = 8;

/** Returns the light 0..1 of each lamp of the bar: full at the beginning of its beat, then fading. `beat` counts beats since the start. */
export function beatLamps(beat: number, beatsPerBar: number): number[] {
  const count = Math.min(maxLamps, Math.max(1, Math.ceil(beatsPerBar)));
  const place = beat - Math.floor(beat / beatsPerBar) * beatsPerBar;
  return Array.from({ length: count }, (_, index) => {
    const since = place - index;
    return since >= 0 && since < 1 ? Math.max(0, 1 - since / lampBeats) : 0;
  });
}

/** Returns the level 0..1 of the meter for a level in dBFS. */
export function levelOf(db: number): number {
  return Math.min(1, Math.max(0, 1 - db / meterFloorDb));
}

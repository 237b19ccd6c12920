/** Points of a loop in samples: it plays up to `end` and goes on at `start`. */
export type LoopPoints = readonly [start: number, end: number];

/** Browsers may decode a file this much shorter than it is, in samples: both points of a loop lie before that. */
const decodedShort = 132;
/** Range in which a better place is searched, and the length that is compared, in samples. */
const searched = 2000;
const compared = 128;

/** Returns the difference of the sound around both points of a loop, over its power: 0 when the seam cannot be heard. */
export function seamError(samples: Float32Array, [start, end]: LoopPoints): number {
  let apart = 0;
  let power = 1e-12;
  for (let offset = -compared; offset < compared; offset++) {
    const [before, after] = [samples[end + offset] ?? 0, samples[start + offset] ?? 0];
    apart += (before - after) ** 2;
    power += before ** 2 + after ** 2;
  }
  return apart / power;
}

/** Moves a loop earlier, to the place where its seam is heard the least. */
export function moveLoop(samples: Float32Array, [start, end]: LoopPoints): LoopPoints {
  const least = Math.max(decodedShort, end + compared + decodedShort - samples.length);
  const most = Math.max(least, Math.min(least + searched, start - compared));
  let best: LoopPoints = [start - least, end - least];
  let error = seamError(samples, best);
  for (let shift = least + 1; shift <= most; shift++) {
    const moved: LoopPoints = [start - shift, end - shift];
    const next = seamError(samples, moved);
    if (next < error) [best, error] = [moved, next];
  }
  return best;
}

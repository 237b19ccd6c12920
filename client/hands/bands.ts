import { dbOfPower, powerOfDb } from '../common/decibels.ts';

/** The levels of three frequency bands, 0..1. */
export interface SpectrumBands {
  bass: number;
  mid: number;
  high: number;
}

/** Edges of the bands in Hz. */
const edges = { bass: [30, 180], mid: [180, 2200], high: [2200, 12_000] } as const;
/** Range in dB below the recent maximum, which maps to 1; the bottom maps to 0. */
const rangeDb = 36;
/** Below this level in dBFS a band counts as silent, whatever its recent maximum. */
const floorDb = -72;
/** Decay of the recent maximum in dB per second. */
const forgetDbPerSecond = 3;

/** Reads bands from spectra in dB, each relative to its recent maximum: a quiet room and a loud tab both move the picture. */
export function createBandReader(sampleRate: number, bins: number): (spectrumDb: Float32Array, seconds: number) => SpectrumBands {
  const hzPerBin = sampleRate / 2 / bins;
  const loudest = { bass: floorDb, mid: floorDb, high: floorDb };

  const levelOf = (spectrumDb: Float32Array, [low, high]: readonly [number, number]) => {
    const first = Math.max(1, Math.floor(low / hzPerBin));
    const last = Math.min(bins - 1, Math.ceil(high / hzPerBin));
    let power = 0;
    for (let bin = first; bin <= last; bin++) power += powerOfDb(spectrumDb[bin]);
    return power > 0 ? dbOfPower(power) : -Infinity;
  };

  return (spectrumDb, seconds) => {
    const read = (band: keyof SpectrumBands) => {
      const level = levelOf(spectrumDb, edges[band]);
      loudest[band] = Math.max(floorDb + rangeDb / 2, level, loudest[band] - forgetDbPerSecond * seconds);
      return level <= floorDb ? 0 : Math.max(0, 1 + (level - loudest[band]) / rangeDb);
    };
    return { bass: read('bass'), mid: read('mid'), high: read('high') };
  };
}

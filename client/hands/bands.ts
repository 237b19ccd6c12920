import { dbOfPower, powerOfDb } from '../common/decibels.ts';

/** How loud the three bands of a sound are, 0..1. */
export interface SpectrumBands {
  bass: number;
  mid: number;
  high: number;
}

/** Edges of the bands in Hz. */
const edges = { bass: [30, 180], mid: [180, 2200], high: [2200, 12_000] } as const;
/** What is this loud is full; what is this quiet is nothing; in dB under the loudest of late. */
const rangeDb = 36;
/** Under this level in dBFS a band is silence, however quiet the rest. */
const floorDb = -72;
/** The loudest of late is forgotten by so many dB a second. */
const forgetDbPerSecond = 3;

/** Reads bands from spectra in dB, each against the loudest that it was of late: a quiet room and a loud tab both move the picture. */
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

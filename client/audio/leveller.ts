import { powerOfDb } from '../common/decibels.ts';
import { createLoudnessMeter, lufsOf } from './loudness.ts';

/** Target loudness in LUFS of music of plain intensity, by which a whole piece, with its quiet and its loud sections, has −16. */
const targetLufs = -15.7;
const furthestUpDb = 9;
const furthestDownDb = 12;
/** Quieter than this is a pause, not quiet music. */
const silenceLufs = -50;
/** Sound this far under the mean is not measured, as in BS.1770. */
const relativeGate = -10;
const memorySeconds = 120;
/** Tenths of a second of sound before the trim first moves. */
const firstTenths = 8;
/** dB per tenth of a second: quick while a universe is new, then too slow to be noticed. */
const quickStep = 0.25;
const slowStep = 0.03;
const quickTenths = 80;

/**
 * A slow gain rider that makes all universes about equally loud: it averages two minutes, moves by tenths of a decibel, and stays within
 * limits. It knows how loud the music is meant to be at the moment, so the form of a piece survives it. The same sound always gets the same
 * trim.
 */
export interface Leveller {
  /** Measures the first `length` samples of two channels, before they are trimmed; they are meant to be `plannedDb` above plain music. */
  listen(channels: readonly Float32Array[], length: number, plannedDb?: number): void;
  /** Gain to apply, dB; changes every tenth of a second. */
  readonly trimDb: number;
}

/** A fading mean: of all values at first, then of the last minutes. */
function createFadingMean() {
  let mean = 0;
  let count = 0;
  return {
    add(value: number) {
      count += 1;
      mean += (value - mean) * Math.max(1 / count, 0.1 / memorySeconds);
      return mean;
    },
    get count() {
      return count;
    },
    get value() {
      return mean;
    },
  };
}

export function createLeveller(sampleRate: number): Leveller {
  const meter = createLoudnessMeter(sampleRate);
  const all = createFadingMean();
  const loud = createFadingMean();
  let heardTenths = 0;
  let trimDb = 0;

  const turn = (heard: number, planned: number) => {
    if (lufsOf(heard) < silenceLufs) return;
    const power = heard / planned;
    if (lufsOf(power) < lufsOf(all.add(power)) + relativeGate) return;
    loud.add(power);
    if (loud.count < firstTenths) return;
    const wanted = Math.max(-furthestDownDb, Math.min(furthestUpDb, targetLufs - lufsOf(loud.value)));
    const step = loud.count < quickTenths ? quickStep : slowStep;
    trimDb += Math.max(-step, Math.min(step, wanted - trimDb));
  };

  return {
    listen(channels, length, plannedDb = 0) {
      meter.push(channels, 0, length);
      if (meter.tenths === heardTenths) return;
      heardTenths = meter.tenths;
      turn(meter.momentaryPower, powerOfDb(plannedDb));
    },
    get trimDb() {
      return trimDb;
    },
  };
}

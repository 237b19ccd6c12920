import { createLoudnessMeter, lufsOf } from './loudness.ts';

/**
 * Where every universe is brought to at the default volume, LUFS: −16 over its first minute. It is aimed a little lower,
 * since what is loud before the hand has come to rest counts for more than what is quiet.
 */
const targetLufs = -16.35;
const furthestUpDb = 9;
const furthestDownDb = 12;
/** Quieter than this is a pause, not quiet music. */
const silenceLufs = -50;
/** What lies this far under the mean is not measured, as in BS.1770. */
const relativeGate = -10;
const memorySeconds = 30;
/** Nothing is said before so much was heard. */
const firstTenths = 8;
/** dB a tenth of a second: quickly while a universe is new, then too slowly to be noticed. */
const quickStep = 0.25;
const slowStep = 0.03;
const quickTenths = 80;

/**
 * A slow hand on the fader, so that every universe is about equally loud whatever plays in it: it remembers half a minute,
 * moves by tenths of a decibel, and only so far. The same sound always gets the same trim.
 */
export interface Leveller {
  /** Listens to the first `length` samples of two channels, before they are trimmed. */
  listen(channels: readonly Float32Array[], length: number): void;
  /** What to change by, dB; moves every tenth of a second. */
  readonly trimDb: number;
}

/** A mean that forgets: of all at first, then of the last half minute. */
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

  const turn = (power: number) => {
    if (lufsOf(power) < silenceLufs) return;
    if (lufsOf(power) < lufsOf(all.add(power)) + relativeGate) return;
    loud.add(power);
    if (loud.count < firstTenths) return;
    const wanted = Math.max(-furthestDownDb, Math.min(furthestUpDb, targetLufs - lufsOf(loud.value)));
    const step = loud.count < quickTenths ? quickStep : slowStep;
    trimDb += Math.max(-step, Math.min(step, wanted - trimDb));
  };

  return {
    listen(channels, length) {
      meter.push(channels, 0, length);
      if (meter.tenths === heardTenths) return;
      heardTenths = meter.tenths;
      turn(meter.momentaryPower);
    },
    get trimDb() {
      return trimDb;
    },
  };
}

import { amplitudeOfDb, dbOfPower } from '../common/decibels.ts';
/** A loudness meter. @see ITU-R BS.1770-4; EBU Tech 3341 for the time scales */
export interface LoudnessMeter {
  /** Takes samples, −1..1, one array per channel, each at least `to` samples long. */
  push(channels: readonly Float32Array[], from?: number, to?: number): void;
  /** LUFS of the last 400 ms and of the last 3 s, updated every tenth of a second; −Infinity in silence and before that much was heard. */
  readonly momentary: number;
  readonly shortTerm: number;
  /** LUFS of all sound so far: blocks under −70 LUFS and those 10 LU under the mean of the others do not count. */
  readonly integrated: number;
  /** K-weighted mean square of the last 400 ms; 0 before that much was heard. */
  readonly momentaryPower: number;
  /** Tenths of a second heard so far. */
  readonly tenths: number;
}

const momentaryTenths = 4;
const shortTermTenths = 30;
const absoluteGate = -70;
const relativeGate = -10;
/** Blocks are counted in loudness bins of a tenth of a LU, up to +30 LUFS; each bin keeps the exact sum of its power. */
const binsPerLu = 10;
const bins = (30 - absoluteGate) * binsPerLu;

/** Front channels count once, surround channels 1.5 dB more. */
const frontWeight = 1;
const surroundWeight = 1.41;
const weightOf = (channel: number) => (channel < 3 ? frontWeight : surroundWeight);

/** Loudness in LUFS of a K-weighted mean square, summed over the channels. */
export const lufsOf = (power: number) => (power > 0 ? -0.691 + dbOfPower(power) : -Infinity);

interface Biquad {
  b: readonly [number, number, number];
  a: readonly [number, number];
}

/** The two stages of K-weighting at any sample rate, as in libebur128 from the analogue prototypes. */
function kWeighting(sampleRate: number): readonly [Biquad, Biquad] {
  const shelfK = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
  const shelfQ = 0.7071752369554196;
  const high = amplitudeOfDb(3.999843853973347);
  const middle = high ** 0.4996667741545416;
  const shelf0 = 1 + shelfK / shelfQ + shelfK * shelfK;
  const passK = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
  const passQ = 0.5003270373238773;
  const pass0 = 1 + passK / passQ + passK * passK;
  return [
    {
      b: [
        (high + (middle * shelfK) / shelfQ + shelfK * shelfK) / shelf0,
        (2 * (shelfK * shelfK - high)) / shelf0,
        (high - (middle * shelfK) / shelfQ + shelfK * shelfK) / shelf0,
      ],
      a: [(2 * (shelfK * shelfK - 1)) / shelf0, (1 - shelfK / shelfQ + shelfK * shelfK) / shelf0],
    },
    { b: [1, -2, 1], a: [(2 * (passK * passK - 1)) / pass0, (1 - passK / passQ + passK * passK) / pass0] },
  ];
}

/** Sums the K-weighted squares of one channel. */
function createWeighting(sampleRate: number): (samples: Float32Array, from: number, to: number) => number {
  const [{ b: shelfB, a: shelfA }, { b: passB, a: passA }] = kWeighting(sampleRate);
  const [b0, b1, b2] = shelfB;
  const [a1, a2] = shelfA;
  const [d0, d1, d2] = passB;
  const [c1, c2] = passA;
  const state = new Float64Array(4);
  return (samples, from, to) => {
    // Local variables are many times faster than elements of an array.
    let s1 = state[0];
    let s2 = state[1];
    let p1 = state[2];
    let p2 = state[3];
    let squares = 0;
    for (let index = from; index < to; index++) {
      // Transposed direct form II: two states per stage.
      const x = samples[index];
      const shelf = b0 * x + s1;
      s1 = b1 * x - a1 * shelf + s2;
      s2 = b2 * x - a2 * shelf;
      const passed = d0 * shelf + p1;
      p1 = d1 * shelf - c1 * passed + p2;
      p2 = d2 * shelf - c2 * passed;
      squares += passed * passed;
    }
    // In silence the states would become denormal numbers, which are slow.
    if (Math.abs(p1) < 1e-30 && Math.abs(s1) < 1e-30) s1 = s2 = p1 = p2 = 0;
    state[0] = s1;
    state[1] = s2;
    state[2] = p1;
    state[3] = p2;
    return squares;
  };
}

/** The mean power of blocks, gated as in the standard. */
function createGatedMean() {
  const counts = new Float64Array(bins);
  const powers = new Float64Array(bins);
  const meanFrom = (first: number) => {
    let count = 0;
    let power = 0;
    for (let bin = first; bin < bins; bin++) {
      count += counts[bin];
      power += powers[bin];
    }
    return count === 0 ? 0 : power / count;
  };
  const binOf = (lufs: number) => Math.min(bins - 1, Math.floor((lufs - absoluteGate) * binsPerLu));
  return {
    add(power: number) {
      const lufs = lufsOf(power);
      if (!(lufs > absoluteGate)) return;
      const bin = binOf(lufs);
      counts[bin] += 1;
      powers[bin] += power;
    },
    mean(): number {
      const threshold = lufsOf(meanFrom(0)) + relativeGate;
      return meanFrom(Math.max(0, binOf(threshold)));
    },
  };
}

/** Channels: left and right, or left, right, centre and two surround channels, in this order. */
export function createLoudnessMeter(sampleRate: number, channelCount = 2): LoudnessMeter {
  const tenthLength = Math.round(sampleRate / 10);
  const weightings = Array.from({ length: channelCount }, () => createWeighting(sampleRate));
  const powers = new Float64Array(shortTermTenths);
  const gated = createGatedMean();
  let tenths = 0;
  let filled = 0;
  let squares = 0;

  const meanOf = (length: number) => {
    if (tenths < length) return 0;
    let sum = 0;
    for (let back = 1; back <= length; back++) sum += powers[(tenths - back) % shortTermTenths];
    return sum / length;
  };

  return {
    push(channels, from = 0, to = channels[0].length) {
      for (let at = from; at < to;) {
        const until = Math.min(to, at + tenthLength - filled);
        for (let channel = 0; channel < channelCount; channel++)
          squares += weightOf(channel) * weightings[channel](channels[channel], at, until);
        filled += until - at;
        at = until;
        if (filled < tenthLength) continue;
        powers[tenths % shortTermTenths] = squares / tenthLength;
        tenths += 1;
        filled = 0;
        squares = 0;
        if (tenths >= momentaryTenths) gated.add(meanOf(momentaryTenths));
      }
    },
    get momentary() {
      return lufsOf(meanOf(momentaryTenths));
    },
    get momentaryPower() {
      return meanOf(momentaryTenths);
    },
    get shortTerm() {
      return lufsOf(meanOf(shortTermTenths));
    },
    get integrated() {
      return lufsOf(gated.mean());
    },
    get tenths() {
      return tenths;
    },
  };
}

/** Integrated loudness of a whole sound in LUFS; −Infinity for silence. */
export function integratedLoudnessOf(channels: readonly Float32Array[], sampleRate: number): number {
  const meter = createLoudnessMeter(sampleRate, channels.length);
  meter.push(channels);
  return meter.integrated;
}

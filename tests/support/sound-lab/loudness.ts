/**
 * Measures of rendered sound. Channels: samples, −1..1.
 * @see ITU-R BS.1770-4: K-weighting, 400 ms blocks that overlap by 75 %, gates at −70 LUFS and 10 LU under the mean.
 */
interface Biquad {
  b: readonly [number, number, number];
  a: readonly [number, number];
}

/** The two stages of K-weighting at any sample rate, as in libebur128 from the analogue prototypes. */
function kWeighting(sampleRate: number): readonly Biquad[] {
  const shelfK = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
  const shelfQ = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
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

function filtered(samples: Float32Array, { b, a }: Biquad): Float32Array {
  const out = new Float32Array(samples.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let index = 0; index < samples.length; index++) {
    const x = samples[index];
    const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    out[index] = y;
  }
  return out;
}

/** Integrated loudness in LUFS; −Infinity for silence. */
export function loudnessOf(channels: readonly Float32Array[], sampleRate: number): number {
  const weighted = channels.map((samples) => kWeighting(sampleRate).reduce(filtered, samples));
  const blockLength = Math.round(0.4 * sampleRate);
  const powers: number[] = [];
  for (let start = 0; start + blockLength <= weighted[0].length; start += Math.round(blockLength / 4)) {
    let power = 0;
    for (const samples of weighted) {
      for (let index = start; index < start + blockLength; index++) power += samples[index] * samples[index];
    }
    powers.push(power / blockLength);
  }
  const lufs = (power: number) => -0.691 + 10 * Math.log10(power);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const audible = powers.filter((power) => lufs(power) > -70);
  const threshold = lufs(mean(audible)) - 10;
  return audible.length === 0 ? -Infinity : lufs(mean(audible.filter((power) => lufs(power) > threshold)));
}

/** Largest magnitude in dBFS; NaN as soon as one sample is not a number. */
export function peakDb(channels: readonly Float32Array[]): number {
  let peak = 0;
  for (const samples of channels) for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return 20 * Math.log10(peak);
}

/** Centre of gravity of the sound's spectrum in Hz, from how fast it changes: √(Σ(dx/dt)² / Σx²) / 2π. */
export function spectralCentreHz(samples: Float32Array, sampleRate: number): number {
  let changes = 0;
  let squares = 0;
  for (let index = 1; index < samples.length; index++) {
    changes += (samples[index] - samples[index - 1]) ** 2;
    squares += samples[index] ** 2;
  }
  return squares === 0 ? 0 : (Math.sqrt(changes / squares) * sampleRate) / (2 * Math.PI);
}

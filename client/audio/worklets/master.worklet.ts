import { createLeveller } from '../leveller.ts';
import { createLimiter } from '../limiter.ts';
import { createLoudnessMeter } from '../loudness.ts';
import { createTruePeak } from '../true-peak.ts';
import { type MasterOptions, type MasterReport, type MasterRequest, masterWorklet } from './master-protocol.ts';
import { type Block, scope } from './worklet-scope.ts';
import { amplitudeOfDb } from '../../common/decibels.ts';

/** Longest block that a browser may request. */
const longest = 1024;
const { sampleRate } = scope;

type MasterParam = 'volume' | 'gate' | 'planned';

/** Copies a channel, replaces values that are not finite by silence, and returns their number. */
function copyNumbers(from: Float32Array | undefined, to: Float32Array, length: number): number {
  let broken = 0;
  for (let index = 0; index < length; index++) {
    const sample = from ? from[index] : 0;
    // `sample - sample` is 0 for every finite number, and for nothing else.
    if (sample - sample === 0) to[index] = sample;
    else {
      to[index] = 0;
      broken += 1;
    }
  }
  return broken;
}

/** The last stage: removes values that are not finite, levels, applies volume and gate, limits, and measures the output. */
class MasterProcessor extends scope.AudioWorkletProcessor {
  static get parameterDescriptors() {
    return [
      { name: 'volume', defaultValue: 1, minValue: 0, maxValue: 16 },
      { name: 'gate', defaultValue: 0, minValue: 0, maxValue: 1 },
      // dB by which the music is meant to be louder than plain music.
      { name: 'planned', defaultValue: 0, minValue: -40, maxValue: 20 },
    ];
  }

  private readonly leveller = createLeveller(sampleRate);
  private readonly limiter = createLimiter(sampleRate, longest);
  private readonly meter = createLoudnessMeter(sampleRate);
  private readonly truePeak = createTruePeak(2);
  private readonly channels = [new Float32Array(longest), new Float32Array(longest)] as const;
  private readonly trims: Float32Array | undefined;
  private held: number | null = null;
  private gain = 1;
  private broken = 0;
  private reportedTenths = 0;

  constructor({ processorOptions }: { processorOptions?: unknown }) {
    super();
    const { trims, held } = (processorOptions ?? {}) as MasterOptions;
    this.trims = trims;
    if (held && !trims) this.held = 0;
    this.port.onmessage = ({ data }: MessageEvent<MasterRequest>) => {
      if (!this.trims) this.held = data.hold ? this.trimDb : null;
    };
  }

  private get trimDb(): number {
    if (this.held !== null) return this.held;
    if (!this.trims || this.trims.length === 0) return this.leveller.trimDb;
    return this.trims[Math.min(this.trims.length - 1, this.meter.tenths)];
  }

  process([input]: Block, [output]: Block, { volume, gate, planned }: Readonly<Record<MasterParam, Float32Array>>): boolean {
    const [left, right] = this.channels;
    const { length } = output[0];
    this.broken += copyNumbers(input[0], left, length) + copyNumbers(input[1] ?? input[0], right, length);
    if (this.held === null) this.leveller.listen(this.channels, length, planned[0]);
    const goal = amplitudeOfDb(this.trimDb);
    const step = (goal - this.gain) / length;
    for (let index = 0; index < length; index++) {
      this.gain += step;
      const gain = this.gain * volume[volume.length > 1 ? index : 0] * gate[gate.length > 1 ? index : 0];
      left[index] *= gain;
      right[index] *= gain;
    }
    this.gain = goal;
    this.limiter.process(left, right, length);
    output[0].set(left.subarray(0, length));
    output[1].set(right.subarray(0, length));
    this.meter.push(this.channels, 0, length);
    this.truePeak.push(this.channels, 0, length);
    this.report();
    return true;
  }

  private report(): void {
    const { meter } = this;
    if (meter.tenths === this.reportedTenths) return;
    this.reportedTenths = meter.tenths;
    const report: MasterReport = {
      lufsMomentary: meter.momentary,
      lufsShortTerm: meter.shortTerm,
      lufsIntegrated: meter.integrated,
      truePeak: this.truePeak.take(),
      trimDb: this.trimDb,
      broken: this.broken,
    };
    this.broken = 0;
    this.port.postMessage(report);
  }
}

scope.registerProcessor(masterWorklet, MasterProcessor);

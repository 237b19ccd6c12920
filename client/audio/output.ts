import * as Tone from 'tone';
import { ceilingCurve } from './sound-settings.ts';
import { type MasterOptions, type MasterReport, type MasterRequest, masterWorklet } from './worklets/master-protocol.ts';
import { isReady } from './worklets/load.ts';
import { dbOfAmplitude } from '../common/decibels.ts';

/** The measurements of the output. */
export type Loudness = Omit<MasterReport, 'truePeak' | 'broken'> & { truePeakDbtp: number };

/** The last stage in front of the speakers: trim, volume, gate and limiter. */
export interface Output {
  readonly input: Tone.ToneAudioNode;
  readonly volume: Tone.Param<'gain'>;
  readonly gate: Tone.Param<'gain'>;
  /** dB by which the music is meant to be louder than plain music, so that the leveller leaves it so. */
  readonly planned: Pick<Tone.Param, 'rampTo'>;
  /** Holds the trim, or lets it move again. */
  hold(hold: boolean): void;
  read(): Loudness;
}

export interface OutputOptions extends MasterOptions {
  /** Receives the report of the worklet, every tenth of a second. */
  onReport?: (report: MasterReport) => void;
}

const silent: Loudness = {
  lufsMomentary: Number.NEGATIVE_INFINITY,
  lufsShortTerm: Number.NEGATIVE_INFINITY,
  lufsIntegrated: Number.NEGATIVE_INFINITY,
  truePeakDbtp: Number.NEGATIVE_INFINITY,
  trimDb: 0,
};
/** Tenths of a second for which the largest peak is shown. */
const peakTenths = 30;

/** Creates the full output: a worklet that lets no value that is not finite and no peak over −1 dBTP pass. */
function createWorkletOutput({ trims, held, onReport }: OutputOptions): Output {
  const context = Tone.getContext();
  const processorOptions: MasterOptions = { trims, held };
  const node = context.createAudioWorkletNode(masterWorklet, { outputChannelCount: [2], processorOptions });
  let loudness = silent;
  const peaks: number[] = [];
  node.port.onmessage = ({ data }: MessageEvent<MasterReport>) => {
    peaks.push(data.truePeak);
    if (peaks.length > peakTenths) peaks.shift();
    loudness = { ...data, truePeakDbtp: dbOfAmplitude(Math.max(...peaks)) };
    onReport?.(data);
  };
  const input = new Tone.Gain(1);
  Tone.connect(input, node);
  Tone.connect(node, Tone.getDestination());
  const param = (name: string) => new Tone.Param({ context, param: node.parameters.get(name)!, units: 'gain' });
  return {
    input,
    volume: param('volume'),
    gate: param('gate'),
    planned: new Tone.Param({ context, param: node.parameters.get('planned')!, units: 'number' }),
    hold: (hold) => node.port.postMessage({ kind: 'hold', hold } satisfies MasterRequest),
    read: () => loudness,
  };
}

/** Make-up gain that replaces the leveller, for a typical universe. */
const makeUp = 1.7;

/** Creates the output without worklets, as on an insecure page: a compressor and a curve; nothing is measured. */
function createPlainOutput(): Output {
  const input = new Tone.Gain(makeUp);
  const volume = new Tone.Gain(1);
  const gate = new Tone.Gain(0);
  const limiter = new Tone.Compressor({ threshold: -4, ratio: 20, attack: 0.002, release: 0.12, knee: 3 });
  const ceiling = new Tone.WaveShaper(ceilingCurve());
  input.chain(volume, limiter, ceiling, gate, Tone.getDestination());
  return { input, volume: volume.gain, gate: gate.gain, planned: { rampTo() {} }, hold() {}, read: () => silent };
}

/** Builds the output in Tone's current context. */
export function createOutput(options: OutputOptions): Output {
  return isReady() ? createWorkletOutput(options) : createPlainOutput();
}

import { swarmLength } from '../../../shared/simulation/swarm-layout.ts';
import { createGrainCloud } from '../swarm/grain-cloud.ts';
import { waveTable } from '../swarm/grain-voices.ts';
import { swarmWaves } from '../timbres.ts';
import { type SwarmRequest, swarmWorklet } from './swarm-protocol.ts';
import { type Block, scope } from './worklet-scope.ts';

const tables = swarmWaves.map((partials) => waveTable(partials));

type Parameters = Readonly<Record<'wave' | 'cents' | 'width', Float32Array>>;

/** Plays the swarm, the hum of the liveliest particles: hundreds of grains in one node. */
class SwarmProcessor extends scope.AudioWorkletProcessor {
  static get parameterDescriptors() {
    return [
      { name: 'wave', defaultValue: 0, minValue: 0, maxValue: tables.length - 1, automationRate: 'k-rate' },
      { name: 'cents', defaultValue: 0, automationRate: 'k-rate' },
      { name: 'width', defaultValue: 0, minValue: 0, maxValue: 1, automationRate: 'k-rate' },
    ];
  }

  private readonly cloud = createGrainCloud(scope.sampleRate, tables[0]);
  private readonly controls = { ratio: 1, width: 0 };
  private records = new Float32Array(swarmLength);
  private waiting: { records: Float32Array; atSeconds: number }[] = [];

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<SwarmRequest>) => {
      if (data.kind === 'flush') this.port.postMessage('flushed');
      else if (data.kind === 'memory') this.records = data.records as Float32Array<ArrayBuffer>;
      else this.waiting.push(data);
    };
  }

  process(_: Block, [output]: Block, { wave, cents, width }: Parameters): boolean {
    while (this.waiting.length > 0 && this.waiting[0].atSeconds <= scope.currentTime)
      this.records = this.waiting.shift()!.records as Float32Array<ArrayBuffer>;
    this.controls.ratio = 2 ** (cents[0] / 1200);
    this.controls.width = width[0];
    this.cloud.wave = tables[Math.round(wave[0])];
    this.cloud.render(this.records, this.controls, output[0], output[1], output[0].length);
    return true;
  }
}

scope.registerProcessor(swarmWorklet, SwarmProcessor);

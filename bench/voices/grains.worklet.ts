import { createGrainVoices, waveTable } from '../../client/audio/swarm/grain-voices.ts';
import { type Block, scope } from '../../client/audio/worklets/worklet-scope.ts';
import { partials, type PlannedGrain } from './planned-grains.ts';

/** Plays the product's voices by a plan instead of a swarm. */
class PlannedProcessor extends scope.AudioWorkletProcessor {
  private readonly plan: PlannedGrain[][];
  private readonly next: Uint32Array;
  private readonly voices;
  private block = 0;

  constructor({ processorOptions }: { processorOptions?: unknown }) {
    super();
    this.plan = (processorOptions as { plan: PlannedGrain[][] }).plan;
    this.next = new Uint32Array(this.plan.length);
    this.voices = createGrainVoices(scope.sampleRate, this.plan.length, waveTable(partials));
  }

  process(_: Block, [output]: Block): boolean {
    for (let voice = 0; voice < this.plan.length; voice++) {
      const grain = this.plan[voice][this.next[voice]];
      if (grain?.block !== this.block) continue;
      this.voices.start(voice, grain);
      this.next[voice] += 1;
    }
    this.voices.render(output[0], output[1], output[0].length);
    this.block += 1;
    return true;
  }
}

scope.registerProcessor('planned-grains', PlannedProcessor);

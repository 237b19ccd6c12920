import { createPluckedString } from '../strings/plucked-string.ts';
import { stringWorklet } from './string-protocol.ts';
import { type Block, scope } from './worklet-scope.ts';

type Parameters = Readonly<Record<'pluck' | 'frequency' | 'detune', Float32Array>>;

/** A plucked string. A change of `pluck` plucks it at that sample, with its magnitude as the force. */
class StringProcessor extends scope.AudioWorkletProcessor {
  static get parameterDescriptors() {
    return [
      { name: 'pluck', defaultValue: 0, minValue: -1, maxValue: 1 },
      { name: 'frequency', defaultValue: 220, minValue: 1, maxValue: 20_000 },
      { name: 'detune', defaultValue: 0, automationRate: 'k-rate' },
    ];
  }

  private readonly string = createPluckedString(scope.sampleRate, 1);
  private plucked = 0;
  private cents = 0;
  private hz = 220;
  private ended = false;

  constructor() {
    super();
    this.port.onmessage = () => {
      this.ended = true;
    };
  }

  process(_: Block, [[out]]: Block, { pluck, frequency, detune }: Parameters): boolean {
    const ratio = 2 ** (detune[0] / 1200);
    if (detune[0] !== this.cents) {
      this.cents = detune[0];
      this.string.tune(this.hz * ratio);
    }
    let from = 0;
    for (let index = 0; index < pluck.length; index++) {
      if (pluck[index] === this.plucked) continue;
      this.plucked = pluck[index];
      this.hz = frequency[frequency.length > 1 ? index : 0];
      this.string.render(out, from, index);
      this.string.pluck(this.hz * ratio, Math.abs(this.plucked));
      from = index;
    }
    this.string.render(out, from, out.length);
    return !this.ended;
  }
}

scope.registerProcessor(stringWorklet, StringProcessor);

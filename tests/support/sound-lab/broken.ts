import * as Tone from 'tone';
import { createRenderingContext } from '../../../client/audio/native-context.ts';
import { createOutput } from '../../../client/audio/output.ts';
import { loadWorklets } from '../../../client/audio/worklets/load.ts';

const sampleRate = 48_000;
const seconds = 3;

/** Renders a tone through the last stage, whose middle second has no finite sample; returns the peak of all, and of each second. */
async function passBroken() {
  const native = createRenderingContext(seconds * sampleRate, sampleRate);
  const context = new Tone.OfflineContext(native);
  await loadWorklets(context);
  const before = Tone.getContext();
  Tone.setContext(context);
  const output = createOutput({});
  output.gate.setValueAtTime(1, 0);
  Tone.setContext(before);
  const buffer = native.createBuffer(1, seconds * sampleRate, sampleRate);
  const samples = Float32Array.from({ length: seconds * sampleRate }, (_, index) => {
    if (Math.floor(index / sampleRate) === 1) return [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY][index % 3];
    return 0.4 * Math.sin(index / 20);
  });
  buffer.copyToChannel(samples, 0);
  const source = new AudioBufferSourceNode(native, { buffer });
  Tone.connect(source, output.input);
  source.start();
  const rendered = (await native.startRendering()).getChannelData(0);
  const largest = (from: number, to: number) =>
    rendered.subarray(from * sampleRate, to * sampleRate).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  // The limiter has a delay of some ms.
  return { peak: largest(0, seconds), before: largest(0, 1), meanwhile: largest(1.02, 2), after: largest(2.02, 3) };
}

declare global {
  interface Window {
    passBroken?: typeof passBroken;
  }
}
window.passBroken = passBroken;

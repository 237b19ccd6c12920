/**
 * Contexts of the browser's own, with the two things that Tone.js asks of every context and some browsers lack. Tone.js brings
 * contexts that have them, but those go around each node and each worklet: where the browser has everything, nothing is put between.
 */

/** Where a listener is and how it is turned. */
const placeNames = ['positionX', 'positionY', 'positionZ', 'forwardX', 'forwardY', 'forwardZ', 'upX', 'upY', 'upZ'] as const;

/** Some browsers have a listener that is moved by methods alone. Nothing is placed around it here: its parameters only have to be there. */
function completeListener(context: BaseAudioContext): void {
  const { listener } = context;
  for (const name of placeNames) {
    if (!(name in listener)) Object.defineProperty(listener, name, { value: context.createConstantSource().offset });
  }
}

/** Less than a sample, and as exact as Tone.js compares times, in seconds. */
const sliver = 2e-6;

/**
 * Stands for `AudioParam.cancelAndHoldAtTime`. Tone.js keeps account of its parameters: a ramp that is under way it ends itself, and
 * it asks for this only at the time of an event, to set the value of that time right after. What comes later is all there is to cancel.
 */
function cancelLater(this: AudioParam, time: number): AudioParam {
  return this.cancelScheduledValues(time + sliver);
}

function completeParameters(): void {
  const parameter: Partial<AudioParam> = AudioParam.prototype;
  parameter.cancelAndHoldAtTime ??= cancelLater;
}

function complete<Context extends BaseAudioContext>(context: Context): Context {
  completeListener(context);
  completeParameters();
  return context;
}

/** A context that plays. @throws where the browser has no audio or refuses it */
export function createPlayingContext(options: AudioContextOptions): AudioContext {
  return complete(new AudioContext(options));
}

/** A context that renders two channels into memory. `length` in samples, `sampleRate` in Hz. @throws where the browser has no audio */
export function createRenderingContext(length: number, sampleRate: number): OfflineAudioContext {
  return complete(new OfflineAudioContext(2, length, sampleRate));
}

/** Samples that audio is made of at a time. @see Web Audio API, "render quantum" */
const blockSamples = 128;

/**
 * How long after the clock of a context its sound leaves the device, in seconds, as far as the browser tells. One that counts a
 * single block as its own share has to ask another process for the rest, and the page waits for it: Firefox on PulseAudio waits
 * for ever where a block is made at that moment. There the device's share is left out.
 */
export function outputSeconds(
  context: Pick<AudioContext, 'sampleRate'> & Partial<Pick<AudioContext, 'baseLatency' | 'outputLatency'>>,
): number {
  const own = context.baseLatency || 0;
  return own * context.sampleRate > blockSamples + 0.5 ? own + (context.outputLatency || 0) : own;
}

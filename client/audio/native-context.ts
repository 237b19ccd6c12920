/**
 * Native contexts of the browser, completed by the two features that Tone.js needs and some browsers lack. The contexts of Tone.js have
 * them, but wrap every node and every worklet; these add no layer where the browser has both features.
 */

/** Position and orientation of a listener. */
const placeNames = ['positionX', 'positionY', 'positionZ', 'forwardX', 'forwardY', 'forwardZ', 'upX', 'upY', 'upZ'] as const;

/** In some browsers the listener has only methods. The client places nothing around it: its parameters only have to exist. */
function completeListener(context: BaseAudioContext): void {
  const { listener } = context;
  for (const name of placeNames) {
    if (!(name in listener)) Object.defineProperty(listener, name, { value: context.createConstantSource().offset });
  }
}

/** Seconds: less than a sample, and the precision with which Tone.js compares times. */
const sliver = 2e-6;

/**
 * Replaces `AudioParam.cancelAndHoldAtTime`. Tone.js tracks the events of its parameters: it ends a running ramp itself, and calls this
 * only at the time of an event, right before it sets the value for that time. So only later events have to be cancelled.
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

/** Creates a context that plays. @throws when the browser has no audio or refuses it */
export function createPlayingContext(options: AudioContextOptions): AudioContext {
  return complete(new AudioContext(options));
}

/**
 * Creates a context that renders two channels into memory. `length` in samples, `sampleRate` in Hz. @throws when the browser has no audio
 */
export function createRenderingContext(length: number, sampleRate: number): OfflineAudioContext {
  return complete(new OfflineAudioContext(2, length, sampleRate));
}

/** Samples in an audio block. @see Web Audio API, "render quantum" */
const blockSamples = 128;

/**
 * Returns the delay in seconds from a context's clock to the output of the device, as far as the browser reports it. A browser whose own
 * share is a single block has to ask another process for the share of the device, and the page waits: Firefox on PulseAudio waits forever
 * when a block is rendered at that moment. There the share of the device is left out.
 */
export function outputSeconds(
  context: Pick<AudioContext, 'sampleRate'> & Partial<Pick<AudioContext, 'baseLatency' | 'outputLatency'>>,
): number {
  const own = context.baseLatency || 0;
  return own * context.sampleRate > blockSamples + 0.5 ? own + (context.outputLatency || 0) : own;
}

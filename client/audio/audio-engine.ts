import * as Tone from 'tone';
import type { AudioPlayer } from './audio-player.ts';
import { limiterDelaySamples } from './limiter.ts';
import { createPlayingContext, outputSeconds } from './native-context.ts';
import { createSoundGraph } from './sound-graph.ts';

/** The part of the player that needs Tone.js. */
export type AudioEngine = Omit<AudioPlayer, 'state' | 'onStateChange' | 'start'> & {
  readonly running: boolean;
  /** The context is closed, for example by the system. */
  readonly closed: boolean;
  resume(): Promise<void>;
};

/** Without a gesture a browser may leave `resume` pending; the wait ends after this time. */
const patienceMs = 2000;

/** A method that some browsers add to their contexts. */
type ChoosingContext = AudioContext & { setSinkId?(deviceId: string): Promise<void> };

/** Builds the sound graph in a new context. Must be called from a gesture. @throws when the browser has no audio or refuses it. */
export async function createAudioEngine(onRunning: (running: boolean) => void): Promise<AudioEngine> {
  // Notes are scheduled ahead, so a steady output matters more than low latency.
  // The browser's native context: no layer around its worklets, and its output can be chosen.
  const device: ChoosingContext = createPlayingContext({ latencyHint: 'balanced' });
  const context = new Tone.Context({ context: device, lookAhead: 0 });
  const idle = Tone.getContext();
  Tone.setContext(context);
  // Tone opens its own context when it is loaded, which would run unused.
  if (!idle.disposed) idle.dispose();
  const resume = () => Promise.race([context.resume(), new Promise<void>((resolve) => setTimeout(resolve, patienceMs))]);
  await resume();
  const graph = await createSoundGraph(context);
  const onState = () => onRunning(context.state === 'running');
  context.on('statechange', onState);

  return {
    ...graph,
    get running() {
      return context.state === 'running';
    },
    get closed() {
      return device.state === 'closed';
    },
    now: () => device.currentTime,
    resume,
    latencySeconds: () => limiterDelaySamples(device.sampleRate) / device.sampleRate + outputSeconds(device),
    async setOutput(deviceId) {
      if (!device.setSinkId) throw new Error('this browser always plays on the device that the system has chosen');
      await device.setSinkId(deviceId);
    },
    dispose() {
      context.off('statechange', onState);
      context.dispose();
    },
  };
}

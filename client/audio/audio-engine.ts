import * as Tone from 'tone';
import type { AudioPlayer } from './audio-player.ts';
import { limiterDelaySamples } from './limiter.ts';
import { createPlayingContext, outputSeconds } from './native-context.ts';
import { createSoundGraph } from './sound-graph.ts';

/** What the player needs once Tone.js is there. */
export type AudioEngine = Omit<AudioPlayer, 'state' | 'onStateChange' | 'start'> & {
  readonly running: boolean;
  /** Its context is gone for good, as when the system has closed it. */
  readonly closed: boolean;
  resume(): Promise<void>;
};

/** A browser that is asked without a gesture leaves the question open; it is not waited for longer than this. */
const patienceMs = 2000;

/** What some browsers add to their contexts. */
type ChoosingContext = AudioContext & { setSinkId?(deviceId: string): Promise<void> };

/** Builds the whole graph in a context of its own. Must be called from a gesture. @throws where the browser has no audio or refuses it. */
export async function createAudioEngine(onRunning: (running: boolean) => void): Promise<AudioEngine> {
  // Notes are scheduled ahead: a steady output is worth more than a quick one.
  // The browser's own context: no layer between it and its worklets, and its output can be chosen.
  const device: ChoosingContext = createPlayingContext({ latencyHint: 'balanced' });
  const context = new Tone.Context({ context: device, lookAhead: 0 });
  const idle = Tone.getContext();
  Tone.setContext(context);
  // Tone opens a context of its own when it is loaded, which would run for nothing.
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

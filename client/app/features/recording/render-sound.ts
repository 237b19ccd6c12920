import * as Tone from 'tone';
import { ticksPerSecond } from '../../../../shared/simulation/world.ts';
import { createRenderingContext } from '../../../audio/native-context.ts';
import { createSoundGraph, type SoundGraph } from '../../../audio/sound-graph.ts';
import { say } from '../../../words/words.ts';
import type { RenderedSound } from './protocol.ts';
import type { SoundEvents } from './sound-events.ts';
import { evenMix, type Mix } from '../../../common/part-mix.ts';

const sampleRate = 48_000;
const samplesPerTick = sampleRate / ticksPerSecond;
/** Time in which instruments are built before the music begins. */
const openSeconds = 0.05;
/** Look-ahead of notes, as on a page. */
const aheadSeconds = 0.12;
/** Fade length, so that a sound that is cut out of a run neither begins nor ends with a click. */
const fadeSamples = sampleRate / 100;
/** Share of the work before the rendering itself begins. */
const schedulingShare = 0.25;
const pollMs = 100;

/** Trims of the leveller in dB, ten per second. */
export type Trims = Float32Array<ArrayBuffer>;

export interface RenderOptions {
  /** Mix of the parts; without one, the universe unchanged. */
  readonly mix?: Mix;
  /** Trims of another rendering, as of the mix for its stems; without them, the leveller measures by itself. */
  readonly trims?: Trims;
  /** Ticks at the beginning that are played and dropped: they contain what still sounds from before. */
  readonly leadTicks: number;
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Returns a function that sends the players what is due, block by block. */
function conduct(soundEvents: SoundEvents, graph: SoundGraph): (seconds: number) => void {
  const { fromTick } = soundEvents.span;
  let note = 0;
  let moment = 0;
  const timeOf = (tick: number) => openSeconds + (tick - fromTick) / ticksPerSecond;
  return (seconds) => {
    while (moment < soundEvents.moments.length && (moment === 0 || timeOf(soundEvents.moments[moment].tick) <= seconds)) {
      const { parameters, scalars } = soundEvents.moments[moment++];
      graph.update(parameters, scalars);
    }
    while (note < soundEvents.notes.length && timeOf(soundEvents.notes[note].tick) <= seconds + aheadSeconds) {
      const played = soundEvents.notes[note++];
      graph.play(played, timeOf(played.tick - played.lateTicks));
    }
  };
}

/**
 * Follows a rendering: it suspends once per second of sound to check for an abort; an aborted one is not resumed and is garbage collected.
 * If the browser can't suspend, it only reports progress. @returns a function that stops it.
 */
function followRendering(native: OfflineAudioContext, onProgress: (share: number) => void, signal: AbortSignal): () => void {
  const duration = native.length / native.sampleRate;
  const tell = () => onProgress(native.currentTime / duration);
  if (typeof native.suspend !== 'function') {
    const polling = setInterval(tell, pollMs);
    return () => clearInterval(polling);
  }
  for (let second = 1; second < duration; second++) {
    void native.suspend(second).then(() => {
      tell();
      if (!signal.aborted) void native.resume();
    });
  }
  return () => undefined;
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

export interface Rendering {
  readonly sound: RenderedSound;
  readonly trims: Trims;
}

/**
 * Renders the music of a span into memory with the instruments of the page, as fast as the device can. @throws Error if there is no audio,
 * or the signal's reason.
 */
export async function renderSound(soundEvents: SoundEvents, options: RenderOptions): Promise<Rendering> {
  if (typeof OfflineAudioContext === 'undefined') throw new Error(say('This browser has no sound, so none can be recorded.'));
  const { leadTicks, onProgress, signal, mix = evenMix } = options;
  const openSamples = openSeconds * sampleRate;
  const length = openSamples + (soundEvents.span.toTick - soundEvents.span.fromTick) * samplesPerTick;
  const native = createRenderingContext(length, sampleRate);
  const context = new Tone.OfflineContext(native);
  const trims: number[] = [];
  const waitsFor = soundEvents.moments.map(({ parameters }) => parameters);
  const onReport = ({ trimDb }: { trimDb: number }) => trims.push(trimDb);
  const graph = await createSoundGraph(context, { mix, waitsFor, trims: options.trims, onReport });
  for (const { tick, hum } of soundEvents.moments) graph.hum(hum, openSeconds + (tick - soundEvents.span.fromTick) / ticksPerSecond);
  await graph.arrived();
  const conductUntil = conduct(soundEvents, graph);
  const seconds = length / sampleRate;
  context.on('tick', () => {
    signal.throwIfAborted();
    conductUntil(context.currentTime);
    onProgress((schedulingShare * context.currentTime) / seconds);
  });
  const endFollowing = followRendering(native, (share) => onProgress(schedulingShare + (1 - schedulingShare) * share), signal);
  // Tone first schedules everything, in turns of a second of sound, and then renders it.
  const buffer = await Promise.race([context.render(), rejectOn(signal)]).finally(endFollowing);
  await settle(() => trims.length >= Math.floor(native.currentTime * 10));
  const keptFrom = openSamples + leadTicks * samplesPerTick;
  const channels = [0, 1].map((channel) => buffer.getChannelData(channel).slice(keptFrom) as Float32Array<ArrayBuffer>);
  for (const samples of channels) fadeEnds(samples, leadTicks > 0);
  return { sound: { channels, sampleRate }, trims: Float32Array.from(trims) };
}

/** Waits briefly for the worklet's last messages, which may arrive after the sound. */
async function settle(isThere: () => boolean): Promise<void> {
  for (let turn = 0; turn < 20 && !isThere(); turn++) await new Promise((resolve) => setTimeout(resolve, 10));
}

function fadeEnds(samples: Float32Array, fadesIn: boolean): void {
  for (let index = 0; index < Math.min(fadeSamples, samples.length); index++) {
    if (fadesIn) samples[index] *= index / fadeSamples;
    samples[samples.length - 1 - index] *= index / fadeSamples;
  }
}

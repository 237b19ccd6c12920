import * as Tone from 'tone';
import { defaultParameters, type ParameterValues } from '../../shared/parameters/index.ts';
import { frameScalars, type FrameScalars } from '../../shared/simulation/frame-layout.ts';
import type { Note, Part } from '../../shared/simulation/note.ts';
import type { AudioPlayer } from './audio-player.ts';
import { createMaster } from './master.ts';
import { isEven, isSolo } from './mix.ts';
import type { OutputOptions } from './output.ts';
import { createParts } from './parts.ts';
import { loadPiano } from './piano-samples.ts';
import { soundValues } from './sound-values.ts';
import { loadWorklets } from './worklets/load.ts';
import { evenMix, type Mix } from '../common/part-mix.ts';

/** All that sounds, in one context: instruments, room and master. */
export type SoundGraph = Pick<
  AudioPlayer,
  'play' | 'release' | 'update' | 'setPlaying' | 'mute' | 'effect' | 'level' | 'meter' | 'setMix' | 'hum'
> & {
  /** Resolves when everything told to the worklets so far has arrived: an offline rendering begins after it. */
  arrived(): Promise<void>;
};

export interface SoundGraphOptions extends OutputOptions {
  /** Balance from the first moment on; with one part solo, the graph renders its stem. */
  mix?: Mix;
  /** Waits for an instrument that is sampled, so that it plays from the first note on, as in an offline rendering. Another one plays where its samples can't be had. */
  instrument?: ParameterValues['instrument'];
}

/** A note that comes too late is played at once; later than this, in seconds, it is not worth it any more: a grain soon, any other when it would tread on what follows. */
const stalestSeconds = { grain: 0.05, note: 0.3 };
const soonSeconds = 0.005;

/** What the simulation says before it has said anything. */
const atRest = {
  ...Object.fromEntries(frameScalars.map((name) => [name, 0])),
  tempo: 120,
  volume: 1,
  filter: 1,
  reverb: 1,
} as FrameScalars;

const isSound = ({ frequencyHz, velocity, durationTicks, pan }: Note, whenSeconds: number) =>
  Number.isFinite(frequencyHz + velocity + durationTicks + pan + whenSeconds) && frequencyHz > 0;

/** Runs something with a context as Tone's current one. */
function within<T>(context: Tone.BaseContext, act: () => T): T {
  const before = Tone.getContext();
  Tone.setContext(context);
  try {
    return act();
  } finally {
    Tone.setContext(before);
  }
}

/** Builds the graph in a context, which may be an offline one; of Tone's current context it is independent. */
export async function createSoundGraph(context: Tone.BaseContext, options: SoundGraphOptions = {}): Promise<SoundGraph> {
  await loadWorklets(context);
  if (options.instrument === 'piano') await loadPiano(context.sampleRate).catch(() => undefined);
  return within(context, () => buildGraph(context, options));
}

function buildGraph(context: Tone.BaseContext, { mix = evenMix, ...options }: SoundGraphOptions): SoundGraph {
  // One's own balance must not be levelled away.
  const master = createMaster({ held: !isEven(mix), ...options });
  const parts = createParts(master.inputs, mix);
  master.setBeds(!isSolo(mix));
  const toParameters = soundValues<ParameterValues>(defaultParameters);
  const toScalars = soundValues<FrameScalars>(atRest);
  return {
    play(note: Note, whenSeconds: number) {
      const now = context.currentTime;
      if (!isSound(note, whenSeconds)) return;
      if (whenSeconds < now - stalestSeconds[note.part === ('texture' satisfies Part) ? 'grain' : 'note']) return;
      within(context, () => parts.play(note, Math.max(whenSeconds, now + soonSeconds)));
    },
    release: (key, whenSeconds) => parts.release(key, Math.max(whenSeconds, context.currentTime + soonSeconds)),
    update(parameters: ParameterValues, scalars: FrameScalars) {
      within(context, () => {
        const [values, links] = [toParameters(parameters), toScalars(scalars)];
        parts.update(values, links);
        master.update(values, links);
      });
    },
    hum: parts.swarm.hum,
    arrived: parts.swarm.arrived,
    setPlaying: master.setPlaying,
    mute: master.mute,
    effect: (effect) => within(context, () => parts.effect(effect)),
    level: master.level,
    meter() {
      const { lufsMomentary, lufsShortTerm, lufsIntegrated, truePeakDbtp } = master.loudness();
      return { lufsMomentary, lufsShortTerm, lufsIntegrated, truePeakDbtp, parts: parts.levels() };
    },
    setMix(next) {
      parts.setMix(next);
      master.setBeds(!isSolo(next));
      master.hold(!isEven(next));
    },
  };
}

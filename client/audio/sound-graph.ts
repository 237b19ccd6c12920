import type * as Tone from 'tone';
import { defaultParameters, type ParameterValues } from '../../shared/parameters/index.ts';
import { frameScalars, type FrameScalars } from '../../shared/simulation/frame-layout.ts';
import type { Note, Part } from '../../shared/simulation/note.ts';
import type { AudioPlayer } from './audio-player.ts';
import { createMaster } from './master.ts';
import { isEven, isSolo } from './mix.ts';
import type { OutputOptions } from './output.ts';
import { createParts } from './parts.ts';
import { loadRecordings } from './samples/recordings.ts';
import { soundValues } from './sound-values.ts';
import { within } from './within.ts';
import { loadWorklets } from './worklets/load.ts';
import { evenMix, type Mix } from '../common/part-mix.ts';

/** All sound of one context: instruments, convolution reverb and master. */
export type SoundGraph = Pick<
  AudioPlayer,
  'play' | 'release' | 'update' | 'setPlaying' | 'mute' | 'effect' | 'level' | 'meter' | 'setMix' | 'hum'
> & {
  /** Resolves when all messages to the worklets so far have arrived: an offline rendering starts after that. */
  arrived(): Promise<void>;
};

export interface SoundGraphOptions extends OutputOptions {
  /** Initial balance; with one part solo, the graph renders its stem. */
  mix?: Mix;
  /**
   * Waits for the recordings that universes with these parameters use, so that they play from the first note on, as in an offline rendering.
   * Others play for those that fail to load.
   */
  waitsFor?: readonly ParameterValues[];
}

/**
 * A late note is played at once; later than this, in seconds, it is dropped: a grain soon, any other note when it would overlap the next
 * ones.
 */
const stalestSeconds = { grain: 0.05, note: 0.3 };
const soonSeconds = 0.005;

/** The scalars before the first frame of the simulation. */
const atRest = {
  ...Object.fromEntries(frameScalars.map((name) => [name, 0])),
  tempo: 120,
  volume: 1,
  filter: 1,
  reverb: 1,
} as FrameScalars;

const isSound = ({ frequencyHz, velocity, durationTicks, pan }: Note, whenSeconds: number) =>
  Number.isFinite(frequencyHz + velocity + durationTicks + pan + whenSeconds) && frequencyHz > 0;

/** Builds the graph in a context, which may be offline; it does not depend on Tone's current context. */
export async function createSoundGraph(context: Tone.BaseContext, options: SoundGraphOptions = {}): Promise<SoundGraph> {
  await loadWorklets(context);
  await loadRecordings(options.waitsFor ?? []);
  return within(context, () => buildGraph(context, options));
}

function buildGraph(context: Tone.BaseContext, { mix = evenMix, ...options }: SoundGraphOptions): SoundGraph {
  // The leveller must not undo the user's own balance.
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

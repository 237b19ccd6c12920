import type { Span } from '../../../store/recording.ts';
import { say } from '../../../words/words.ts';
import type { RenderedSound } from './protocol.ts';
import { renderSound, type Trims } from './render-sound.ts';
import { type JobOptions, runSoundEvents } from './run-job.ts';
import type { SoundEvents } from './sound-events.ts';
import type { Stem } from './stems.ts';
import { wavFile } from './wav.ts';
import type { RecordOptions, Subject } from './subject.ts';

/** A span is rendered from so long before it: sound from before it is there, and the leveller has settled. */
export const maxLeadTicks = 600;

export interface NamedFile {
  readonly name: string;
  readonly data: Blob;
}

/** Steps of a recording: each takes its part of the progress, `from` and `to` 0..1. */
export interface Takes {
  stage(doing: string, from: number, to: number): JobOptions;
  /** Runs the span again; with its lead where sound is made of it. */
  soundEvents(withLead: boolean, to: number): Promise<SoundEvents>;
  sound(soundEvents: SoundEvents, from: number, to: number, stem?: Stem & { trims: Trims }): ReturnType<typeof renderSound>;
  writeSound(name: string, sound: RenderedSound): Promise<NamedFile>;
}

/** Turns of the page's own thread, in between. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));

export function createTakes(span: Span, subject: Subject, { signal, onProgress: tell }: RecordOptions): Takes {
  const leadTicks = Math.min(span.fromTick, maxLeadTicks);
  const stage = (doing: string, from: number, to: number) => {
    const onProgress = (share: number) => tell(doing, from + (to - from) * Math.min(1, share));
    onProgress(0);
    return { signal, onProgress };
  };

  return {
    stage,
    async soundEvents(withLead, to) {
      const led: Span = { ...span, fromTick: span.fromTick - (withLead ? leadTicks : 0) };
      const { threads } = subject;
      return runSoundEvents(
        { origin: await subject.originAt(led.fromTick), span: led, threads },
        stage(say('Replaying the universe'), 0, to),
      );
    },
    sound(soundEvents, from, to, stem) {
      const doing = stem ? say('Playing the {part}', { part: say(stem.words) }) : say('Playing the notes');
      return renderSound(soundEvents, { leadTicks, mix: stem?.mix, trims: stem?.trims, ...stage(doing, from, to) });
    },
    async writeSound(name, { channels, sampleRate }) {
      const data = await wavFile(channels, sampleRate, async () => {
        await breathe();
        signal.throwIfAborted();
      });
      return { name: `${name}.wav`, data };
    },
  };
}

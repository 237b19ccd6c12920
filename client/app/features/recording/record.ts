import { midiFile } from '../../../../shared/recording/midi-file.ts';
import { fileBase } from '../../../../shared/text/file-name.ts';
import type { RunOrigin } from '../../../../shared/recording/replay.ts';
import type { CameraState } from '../../../gpu/index.ts';
import type { RecordRequest, Span } from '../../../store/recording.ts';
import { say } from '../../../words/words.ts';
import { noticeWords } from '../../picture/notice-words.ts';
import type { RenderedSound } from './protocol.ts';
import { renderSound, type Trims } from './render-sound.ts';
import { runFilm, runScore } from './run-job.ts';
import type { Score } from './score.ts';
import { isSilent, type Stem, stems } from './stems.ts';
import { wavFile } from './wav.ts';

/** A span is listened to from so long before: what still sounds then is there, and the leveller has found its place. */
const longestLeadTicks = 600;

/** The universe that is recorded. */
export interface Subject {
  readonly name: string;
  /** The latest place at or before a tick at which its run can be begun anew. */
  originAt(tick: number): Promise<RunOrigin>;
  /** How many threads share the steps. */
  readonly threads: number;
  readonly camera: CameraState;
  /** Of the picture, 0..1. */
  readonly quality: number;
  readonly reducedMotion: boolean;
}

export interface Recording {
  readonly files: readonly { readonly name: string; readonly data: Blob }[];
  /** What the person should know of it, in a sentence. */
  readonly notice: string | null;
  readonly endHash: string;
}

interface RecordOptions {
  /** Tells what is being done, and how much of the whole is. */
  readonly onProgress: (doing: string, share: number) => void;
  readonly signal: AbortSignal;
}

/** Turns of the page's own thread, in between. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Runs a span of a universe again, apart from the one that goes on, and makes files of it. @throws what went wrong, or the signal's reason. */
export async function record(request: RecordRequest, span: Span, subject: Subject, options: RecordOptions): Promise<Recording> {
  const { signal } = options;
  const stage = (doing: string, from: number, to: number) => {
    const onProgress = (share: number) => options.onProgress(doing, from + (to - from) * Math.min(1, share));
    onProgress(0);
    return { signal, onProgress };
  };
  const base = fileBase(subject.name).toLowerCase();
  const takeScore = async (leadTicks: number, to: number) => {
    const led: Span = { ...span, fromTick: span.fromTick - leadTicks };
    const { threads } = subject;
    return runScore({ origin: await subject.originAt(led.fromTick), span: led, threads }, stage(say('Replaying the universe'), 0, to));
  };
  const leadTicks = Math.min(span.fromTick, longestLeadTicks);
  const play = (score: Score, from: number, to: number, stem?: Stem & { trims: Trims }) => {
    const doing = stem ? say('Playing the {part}', { part: say(stem.words) }) : say('Playing the notes');
    return renderSound(score, { leadTicks, mix: stem?.mix, trims: stem?.trims, ...stage(doing, from, to) });
  };
  const writeSound = async (name: string, { channels, sampleRate }: RenderedSound) => ({
    name: `${name}.wav`,
    data: await wavFile(channels, sampleRate, async () => {
      await breathe();
      signal.throwIfAborted();
    }),
  });

  switch (request.what) {
    case 'midi': {
      const { notes, endHash } = await takeScore(0, 1);
      const data = new Blob([midiFile(subject.name, notes, span.fromTick)], { type: 'audio/midi' });
      const notice = notes.length === 0 ? say('No notes were played in this time.') : null;
      return { files: [{ name: `${base}.mid`, data }], notice, endHash };
    }
    case 'sound': {
      const score = await takeScore(leadTicks, 0.3);
      const { sound } = await play(score, 0.3, 1);
      return { files: [await writeSound(base, sound)], notice: null, endHash: score.endHash };
    }
    case 'stems': {
      const score = await takeScore(leadTicks, 0.1);
      const share = 0.9 / (stems.length + 1);
      const { sound: whole, trims } = await play(score, 0.1, 0.1 + share);
      const files = [await writeSound(`${base}-mix`, whole)];
      const silent: string[] = [];
      for (const [index, stem] of stems.entries()) {
        const { sound } = await play(score, 0.1 + (index + 1) * share, 0.1 + (index + 2) * share, { ...stem, trims });
        if (isSilent(sound)) silent.push(say(stem.words));
        else files.push(await writeSound(`${base}-${stem.name}`, sound));
      }
      const notice = silent.length > 0 ? say('Silent, so left out: {parts}.', { parts: silent.join(', ') }) : null;
      return { files, notice, endHash: score.endHash };
    }
    case 'video': {
      const hasSound = typeof OfflineAudioContext !== 'undefined';
      const score = hasSound ? await takeScore(leadTicks, 0.1) : null;
      const sound = score && (await play(score, 0.1, 0.25)).sound;
      const { threads, camera, quality, reducedMotion } = subject;
      const film = await runFilm(
        {
          // Begun early enough for what was before to be drawn.
          origin: await subject.originAt(Math.max(0, span.fromTick - longestLeadTicks)),
          span,
          threads,
          choice: request.video,
          camera,
          quality,
          reducedMotion,
          sound,
        },
        stage(say('Drawing the frames'), 0.25, 1),
      );
      const notice = [film.notice && noticeWords(film.notice), hasSound ? null : say('This browser has no sound, so the video has none.')];
      return {
        files: [{ name: `${base}.${request.video.container}`, data: film.file }],
        notice: notice.filter((sentence) => sentence !== null).join(' ') || null,
        endHash: film.endHash,
      };
    }
  }
}

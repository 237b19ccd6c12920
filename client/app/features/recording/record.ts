import { midiFile } from '../../../../shared/recording/midi-file.ts';
import { fileBase } from '../../../../shared/text/file-name.ts';
import type { RecordRequest, Span, VideoChoice } from '../../../store/recording.ts';
import { say } from '../../../words/words.ts';
import { noticeWords } from '../../picture/notice-words.ts';
import { runFilm } from './run-job.ts';
import { isSilent, stems } from './stems.ts';
import { createTakes, maxLeadTicks, type NamedFile, type Takes } from './takes.ts';
import type { Subject, RecordOptions } from './subject.ts';

export interface Recording {
  readonly files: readonly NamedFile[];
  /** A remark about the recording for the user, in a sentence. */
  readonly notice: string | null;
  readonly endHash: string;
}

async function recordMidi(takes: Takes, base: string, name: string, fromTick: number): Promise<Recording> {
  const { notes, endHash } = await takes.soundEvents(false, 1);
  const data = new Blob([midiFile(name, notes, fromTick)], { type: 'audio/midi' });
  const notice = notes.length === 0 ? say('No notes were played in this time.') : null;
  return { files: [{ name: `${base}.mid`, data }], notice, endHash };
}

async function recordSound(takes: Takes, base: string): Promise<Recording> {
  const soundEvents = await takes.soundEvents(true, 0.3);
  const { sound } = await takes.sound(soundEvents, 0.3, 1);
  return { files: [await takes.writeSound(base, sound)], notice: null, endHash: soundEvents.endHash };
}

async function recordStems(takes: Takes, base: string): Promise<Recording> {
  const soundEvents = await takes.soundEvents(true, 0.1);
  const share = 0.9 / (stems.length + 1);
  const { sound: whole, trims } = await takes.sound(soundEvents, 0.1, 0.1 + share);
  const files = [await takes.writeSound(`${base}-mix`, whole)];
  const silent: string[] = [];
  for (const [index, stem] of stems.entries()) {
    const { sound } = await takes.sound(soundEvents, 0.1 + (index + 1) * share, 0.1 + (index + 2) * share, { ...stem, trims });
    if (isSilent(sound)) silent.push(say(stem.words));
    else files.push(await takes.writeSound(`${base}-${stem.name}`, sound));
  }
  const notice = silent.length > 0 ? say('Silent, so left out: {parts}.', { parts: silent.join(', ') }) : null;
  return { files, notice, endHash: soundEvents.endHash };
}

async function recordFilm(takes: Takes, base: string, choice: VideoChoice, span: Span, subject: Subject): Promise<Recording> {
  const hasSound = typeof OfflineAudioContext !== 'undefined';
  const soundEvents = hasSound ? await takes.soundEvents(true, 0.1) : null;
  const sound = soundEvents && (await takes.sound(soundEvents, 0.1, 0.25)).sound;
  const { threads, camera, quality, reducedMotion } = subject;
  const film = await runFilm(
    {
      // Early enough for trails from before the span to be drawn.
      origin: await subject.originAt(Math.max(0, span.fromTick - maxLeadTicks)),
      span,
      threads,
      choice,
      camera,
      quality,
      reducedMotion,
      sound,
    },
    takes.stage(say('Drawing the frames'), 0.25, 1),
  );
  const notice = [film.notice && noticeWords(film.notice), hasSound ? null : say('This browser has no sound, so the video has none.')];
  return {
    files: [{ name: `${base}.${choice.container}`, data: film.file }],
    notice: notice.filter((sentence) => sentence !== null).join(' ') || null,
    endHash: film.endHash,
  };
}

/** Runs a span of a universe again, apart from the run that goes on, and makes files of it. @throws what went wrong, or the signal's reason. */
export async function record(request: RecordRequest, span: Span, subject: Subject, options: RecordOptions): Promise<Recording> {
  const base = fileBase(subject.name).toLowerCase();
  const takes = createTakes(span, subject, options);
  switch (request.what) {
    case 'midi':
      return recordMidi(takes, base, subject.name, span.fromTick);
    case 'sound':
      return recordSound(takes, base);
    case 'stems':
      return recordStems(takes, base);
    case 'video':
      return recordFilm(takes, base, request.video, span, subject);
  }
}

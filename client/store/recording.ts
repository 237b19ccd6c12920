import { ticksPerSecond } from '../../shared/simulation/world.ts';
import type { Sentence } from '../words/sentences.ts';
import { say } from '../words/words.ts';

/** The kinds of recordings of a universe. */
export const recordKinds = ['sound', 'stems', 'midi', 'video'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Sizes of a video in pixels; all even, as encoders require. */
export const videoSizes = {
  '720p': { width: 1280, height: 720 },
  '1080p': { width: 1920, height: 1080 },
  square: { width: 1080, height: 1080 },
  vertical: { width: 1080, height: 1920 },
} as const;
export type VideoSize = keyof typeof videoSizes;

export const frameRates = [30, 60] as const;
export const containers = ['webm', 'mp4'] as const;

export interface VideoChoice {
  readonly size: VideoSize;
  readonly framesPerSecond: (typeof frameRates)[number];
  readonly container: (typeof containers)[number];
}

/** The span of the run to record; null for a time that could not be read. */
export type SpanChoice =
  | { readonly kind: 'last'; readonly seconds: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'between'; readonly fromSeconds: number | null; readonly toSeconds: number | null };

export interface RecordRequest {
  readonly what: RecordKind;
  readonly span: SpanChoice;
  readonly video: VideoChoice;
}

/** A span of ticks of a run: after `fromTick`, up to and including `toTick`. */
export interface Span {
  readonly fromTick: number;
  readonly toTick: number;
}

export interface RecordedFile {
  readonly name: string;
  readonly url: string;
  readonly bytes: number;
}

/** The state of a recording as the interface shows it. */
export interface RecordingView {
  readonly status: 'idle' | 'running' | 'done' | 'failed';
  /** The current step, or the error, in a sentence. */
  readonly message: string;
  /** 0..1 */
  readonly share: number;
  /** Null while it is unknown. */
  readonly secondsLeft: number | null;
  readonly files: readonly RecordedFile[];
  /** Hash of the simulation at the end of the span. */
  readonly endHash: string;
}

export const noRecording: RecordingView = { status: 'idle', message: '', share: 0, secondsLeft: null, files: [], endHash: '' };

/**
 * Longest recordings, in seconds, and the message for longer ones: sound is held in memory as a whole, and the size of a video grows with
 * its length.
 */
const longest: Readonly<Record<RecordKind, { seconds: number; tooLong: Sentence } | null>> = {
  sound: { seconds: 600, tooLong: 'That is {length}: sound can be at most {most} at a time. Choose a shorter part.' },
  stems: { seconds: 600, tooLong: 'That is {length}: stems can be at most {most} at a time. Choose a shorter part.' },
  midi: null,
  video: { seconds: 300, tooLong: 'That is {length}: video can be at most {most} at a time. Choose a shorter part.' },
};
const minSeconds = 0.5;

const kindNames: Readonly<Record<RecordKind, Sentence>> = { sound: 'Sound', stems: 'Stems', midi: 'MIDI', video: 'Video' };
export const nameOfKind = (kind: RecordKind): string => say(kindNames[kind]);

/** Formats a time: `1:05`, or `0:02.5`. */
export function showTime(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const whole = Math.floor(tenths / 10);
  const rest = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  return tenths % 10 === 0 ? rest : `${rest}.${tenths % 10}`;
}

/** Parses `65`, `1:05`, `1:05.5` or `1:05,5` to seconds; null for anything else. */
export function readTime(text: string): number | null {
  const match = /^(?:(\d{1,4}):(?=[0-5]?\d(?:[.,]|$)))?(\d{1,5}(?:[.,]\d+)?)$/.exec(text.trim());
  return match ? Number(match[1] ?? 0) * 60 + Number(match[2].replace(',', '.')) : null;
}

/**
 * Returns the ticks of a request when the universe is at `nowTick`. @throws RangeError with a sentence for the user if the request is
 * invalid.
 */
export function spanOf({ what, span, video }: RecordRequest, nowTick: number): Span {
  const chosen = ticksOf(span, nowTick);
  // A video ends with a whole frame.
  const ticksPerFrame = what === 'video' ? ticksPerSecond / video.framesPerSecond : 1;
  const ticks = Math.floor((chosen.toTick - chosen.fromTick) / ticksPerFrame) * ticksPerFrame;
  const seconds = ticks / ticksPerSecond;
  if (seconds < minSeconds) {
    const sentence =
      nowTick < minSeconds * ticksPerSecond
        ? say('The universe has just begun: there is nothing to record yet.')
        : say('That is {length}: a recording must be at least half a second long.', { length: showTime(Math.max(0, seconds)) });
    throw new RangeError(sentence);
  }
  const limit = longest[what];
  if (limit && seconds > limit.seconds) {
    throw new RangeError(say(limit.tooLong, { length: showTime(seconds), most: showTime(limit.seconds) }));
  }
  return { fromTick: chosen.toTick - ticks, toTick: chosen.toTick };
}

function ticksOf(span: SpanChoice, nowTick: number): Span {
  switch (span.kind) {
    case 'last':
      return { fromTick: Math.max(0, nowTick - Math.round(span.seconds * ticksPerSecond)), toTick: nowTick };
    case 'all':
      return { fromTick: 0, toTick: nowTick };
    case 'between': {
      const { fromSeconds, toSeconds } = span;
      if (fromSeconds === null || toSeconds === null)
        throw new RangeError(say('Write times as minutes and seconds, like 1:05, or as seconds, like 65.'));
      const now = showTime(Math.floor(nowTick / ticksPerSecond));
      const end = showTime(toSeconds);
      if (toSeconds <= fromSeconds) throw new RangeError(say('The end, {end}, must be after the beginning.', { end }));
      const toTick = Math.round(toSeconds * ticksPerSecond);
      if (toTick > nowTick) throw new RangeError(say('The universe is only at {now}: {end} has not happened yet.', { now, end }));
      return { fromTick: Math.round(fromSeconds * ticksPerSecond), toTick };
    }
  }
}

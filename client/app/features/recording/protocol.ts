import type { RunOrigin } from '../../../../shared/recording/replay.ts';
import type { CameraState, Notice } from '../../../gpu/index.ts';
import type { Span, VideoChoice } from '../../../store/recording.ts';
import type { SoundEvents } from './sound-events.ts';

/** The start of a replayed run, and the number of threads that share its steps. */
export interface RunRequest {
  readonly origin: RunOrigin;
  readonly span: Span;
  readonly threads: number;
}

/** Rendered sound: two channels of samples, −1..1. */
export interface RenderedSound {
  readonly channels: readonly Float32Array<ArrayBuffer>[];
  readonly sampleRate: number;
}

/** The settings of a video. */
export interface FilmRequest extends RunRequest {
  readonly choice: VideoChoice;
  /** The camera at the start. */
  readonly camera: CameraState;
  /** 0..1, the same for every frame. */
  readonly quality: number;
  readonly reducedMotion: boolean;
  readonly sound: RenderedSound | null;
}

export interface Film {
  readonly file: Blob;
  /** The reason why the picture is reduced. */
  readonly notice: Notice | null;
  /** Hash of the state after the last frame. */
  readonly endHash: string;
}

/** The job of the worker; it gets only one. */
export type RecordingJob = ({ readonly kind: 'sound-events' } & RunRequest) | ({ readonly kind: 'film' } & FilmRequest);

/** Reports from the worker. */
export type RecordingReport =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'sound-events'; readonly soundEvents: SoundEvents }
  | { readonly kind: 'film'; readonly film: Film }
  | { readonly kind: 'failed'; readonly message: string };

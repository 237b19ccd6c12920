import type { RunOrigin } from '../../../../shared/recording/replay.ts';
import type { CameraState, Notice } from '../../../gpu/index.ts';
import type { Span, VideoChoice } from '../../../store/recording.ts';
import type { Score } from './score.ts';

/** Where a run is begun anew, and how many threads share its steps. */
export interface RunRequest {
  readonly origin: RunOrigin;
  readonly span: Span;
  readonly threads: number;
}

/** Sound as it was rendered: two channels of samples, −1..1. */
export interface RenderedSound {
  readonly channels: readonly Float32Array<ArrayBuffer>[];
  readonly sampleRate: number;
}

/** How the picture of a video is taken. */
export interface FilmRequest extends RunRequest {
  readonly choice: VideoChoice;
  /** Where the camera stands at the beginning. */
  readonly camera: CameraState;
  /** 0..1, the same for every frame. */
  readonly quality: number;
  readonly reducedMotion: boolean;
  readonly sound: RenderedSound | null;
}

export interface Film {
  readonly file: Blob;
  /** Why the picture is not the full one. */
  readonly notice: Notice | null;
  /** Of the state of the simulation behind the last frame. */
  readonly endHash: string;
}

/** To the worker, once. */
export type RecordingJob = ({ readonly kind: 'score' } & RunRequest) | ({ readonly kind: 'film' } & FilmRequest);

/** From the worker. */
export type RecordingReport =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'score'; readonly score: Score }
  | { readonly kind: 'film'; readonly film: Film }
  | { readonly kind: 'failed'; readonly message: string };

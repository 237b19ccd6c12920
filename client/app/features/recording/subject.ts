import type { RunOrigin } from '../../../../shared/recording/replay.ts';
import type { CameraState } from '../../../gpu/index.ts';

/** The universe that is recorded. */
export interface Subject {
  readonly name: string;
  /** The latest state at or before a tick from which its run can begin again. */
  originAt(tick: number): Promise<RunOrigin>;
  /** Number of threads that share the steps. */
  readonly threads: number;
  readonly camera: CameraState;
  /** Quality of the picture, 0..1. */
  readonly quality: number;
  readonly reducedMotion: boolean;
}

export interface RecordOptions {
  /** Takes the step that is being done, and the share of the whole that is done. */
  readonly onProgress: (doing: string, share: number) => void;
  readonly signal: AbortSignal;
}

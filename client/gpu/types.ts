import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { Frame } from '../../shared/simulation/frame-layout.ts';
import type { Well } from '../../shared/universe/index.ts';
import type { CameraState } from './camera.ts';
import type { Notice } from './notice.ts';

/** Loudness of the bands of the user's own sound, 0..1. It changes only that user's picture. */
export interface Drive {
  readonly bass: number;
  readonly mid: number;
  readonly high: number;
}

/** The input of a draw. */
export interface RenderInput {
  readonly frame: Frame;
  /** Position between the previous frame (0) and this one (1). */
  readonly alpha: number;
  /** Wall-clock seconds since the last draw. */
  readonly seconds: number;
  readonly parameters: ParameterValues;
  /** The seed of the universe's eddies, and its wells, whose positions are in the frame. */
  readonly seed: number;
  readonly wells: readonly Well[];
  readonly camera: CameraState;
  /** True when the user prefers reduced motion: no shimmer, slow sparks, no beat in the light. */
  readonly reducedMotion: boolean;
  readonly drive?: Drive | null;
}

/** The choices of the quality governor, and the measurements behind them. */
export interface PictureQuality {
  /** Share of the particles that is drawn, 0..1. */
  readonly drawnShare: number;
  /** Sparks in the picture. */
  readonly sparks: number;
  /** Drawn pixels per screen pixel, along one side. */
  readonly resolutionScale: number;
  /** Levels of the bloom, each half the size of the previous one. */
  readonly bloomLevels: number;
  /** Cost of a frame, smoothed. */
  readonly frameMilliseconds: number;
  /** Measured refresh interval of the display: the time budget of a frame. */
  readonly refreshMilliseconds: number;
}

/** A renderer: with WebGPU, or on a plain canvas. */
export interface PictureRenderer {
  readonly quality: PictureQuality;
  /** Set when not all of the universe can be shown. */
  readonly notice: Notice | null;
  /** Draws that were executed: some are skipped while the device is busy. */
  readonly framesDrawn: number;
  draw(input: RenderInput): void;
  /** Resolves when the device accepts another draw. */
  ready(): Promise<void>;
  resize(widthCss: number, heightCss: number, devicePixelRatio: number): void;
  dispose(): void;
}

import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { Frame } from '../../shared/simulation/frame-layout.ts';
import type { Well } from '../../shared/universe/index.ts';
import type { CameraState } from './camera.ts';
import type { Notice } from './notice.ts';

/** How loud the bands of a sound of one's own are, 0..1. It moves the picture of whoever listens to it, and no other. */
export interface Drive {
  readonly bass: number;
  readonly mid: number;
  readonly high: number;
}

/** What one picture is drawn from. */
export interface RenderInput {
  readonly frame: Frame;
  /** Position between the frame before (0) and this one (1). */
  readonly alpha: number;
  /** Wall seconds since the last draw. */
  readonly seconds: number;
  readonly parameters: ParameterValues;
  /** Of the universe: what its eddies are made from, and its wells, whose places the frame knows. */
  readonly seed: number;
  readonly wells: readonly Well[];
  readonly camera: CameraState;
  /** True for people who ask for less motion: no shimmer, slow sparks, no beat in the light. */
  readonly reducedMotion: boolean;
  readonly drive?: Drive | null;
}

/** What the governor chose, and why. */
export interface PictureQuality {
  /** Share of the particles that is drawn, 0..1. */
  readonly drawnShare: number;
  /** Sparks in the picture. */
  readonly sparks: number;
  /** Drawn pixels for each pixel of the screen, along one side. */
  readonly resolutionScale: number;
  /** Halvings of the picture that the glow is made of. */
  readonly bloomLevels: number;
  /** Cost of a frame, smoothed. */
  readonly frameMilliseconds: number;
  /** Time that the display shows a picture, measured: what a frame may cost. */
  readonly refreshMilliseconds: number;
}

/** One way to draw: with WebGPU, or on a plain canvas. */
export interface PictureRenderer {
  readonly quality: PictureQuality;
  /** When not all of the universe can be shown. */
  readonly notice: Notice | null;
  /** Draws that were carried out: some are left out while the device is busy. */
  readonly framesDrawn: number;
  draw(input: RenderInput): void;
  /** Resolves when the device takes another draw. */
  ready(): Promise<void>;
  resize(widthCss: number, heightCss: number, devicePixelRatio: number): void;
  dispose(): void;
}

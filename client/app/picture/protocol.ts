import type { FrameScalars } from '../../../shared/simulation/frame-layout.ts';
import type { UniverseDocument } from '../../../shared/universe/index.ts';
import type { View } from '../../../shared/room/presence.ts';
import type { FrameMemory } from '../../engine/protocol.ts';
import type { CameraState, Drive, Notice, PictureCanvas, PictureQuality, Point, Renderer } from '../../gpu/index.ts';
import type { Cover } from '../../common/cover.ts';

/** The input of a picture, beside the frames. */
export interface PictureScene {
  /** The authored document; the renderer applies the storyboard in each picture. */
  authoredDocument: UniverseDocument;
  /** False while the universe is paused: the camera rests. */
  playing: boolean;
  reducedMotion: boolean;
}

/** The stage on the page, in CSS pixels. */
export interface StageSize {
  width: number;
  height: number;
  devicePixelRatio: number;
}

/** A gesture of the user that moves the camera; lengths in CSS pixels. */
export type CameraGesture =
  | { kind: 'orbit' | 'pan'; dx: number; dy: number }
  /** The ratio of the spans of a pinch. */
  | { kind: 'dolly'; factor: number }
  | { kind: 'wheel'; deltaPixels: number }
  /** Turns to a place of the scene, at the same distance. */
  | { kind: 'look-at'; point: Point }
  /** Follows a member's view from picture to picture; null stops. */
  | { kind: 'view'; view: View | null };

/** The initial state of drawing. */
export interface PictureStart {
  canvas: PictureCanvas;
  size: StageSize;
  scene: PictureScene;
  cover: Cover;
  /** Fixed quality, 0..1; if undefined, the quality governor decides by the measured frame time. */
  fixedQuality: number | undefined;
  /** Maximum frame rate; if undefined, that of the display. */
  frameRate: number | undefined;
  /** Whether the page's own thread has WebGPU: then a thread without it must not draw. */
  pageHasWebgpu: boolean;
}

/** Requests to the drawing thread. */
/** What a thumbnail has to show: a picture with contrast, or anything at all. */
export type Clarity = 'clear' | 'faint';

export type PictureRequest =
  | { kind: 'begin'; start: PictureStart }
  | { kind: 'size'; size: StageSize }
  | { kind: 'scene'; scene: PictureScene }
  | { kind: 'cover'; cover: Cover }
  /** Requests the position of the particle in this slot with each reading; null for none. */
  | { kind: 'track'; slot: number | null }
  /** The user's own sound moves the picture; null when it ends. */
  | { kind: 'drive'; drive: Drive | null }
  | { kind: 'frames'; memory: FrameMemory }
  | { kind: 'gesture'; gesture: CameraGesture }
  /** Requests a thumbnail of the next picture, if it shows that much. */
  | { kind: 'shoot'; clarity: Clarity }
  /** A new canvas, as requested. */
  | { kind: 'canvas'; canvas: PictureCanvas }
  /** Requests a reading of the next picture: sent again after each reading, so that a busy page gets only the newest. */
  | { kind: 'look' };

/** A reading of the current picture: for handles, read-outs and notices. */
export interface PictureReading {
  camera: CameraState;
  /** Positions of the wells in m: x, y, z in the order of the document. */
  wells: Float32Array;
  scalars: FrameScalars;
  /** Position of the tracked particle, in m; null without a particle, or after its death. */
  tracked: Point | null;
  quality: PictureQuality;
  rendererKind: Renderer['kind'];
  notice: Notice | null;
  framesDrawn: number;
}

/** Reports from the drawing thread. */
export type PictureReport =
  | { kind: 'reading'; reading: PictureReading }
  /** The universe is visible and moves, since this time in ms of `performance.timeOrigin + performance.now()`. */
  | { kind: 'first-frame'; atMs: number }
  /** The requested JPEG, or null if it would show less than requested. */
  | { kind: 'thumbnail'; jpeg: Blob | null }
  | { kind: 'canvas-wanted' }
  | { kind: 'give-back'; buffer: ArrayBuffer }
  /** The thread has started. */
  | { kind: 'alive' }
  /** This thread can not draw, or not as well as the page's own. */
  | { kind: 'unable' };

export type Report = (report: PictureReport, transfer?: Transferable[]) => void;

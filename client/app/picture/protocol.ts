import type { FrameScalars } from '../../../shared/simulation/frame-layout.ts';
import type { UniverseDocument } from '../../../shared/universe/index.ts';
import type { View } from '../../../shared/room/presence.ts';
import type { FrameMemory } from '../../engine/protocol.ts';
import type { CameraState, Drive, Notice, PictureCanvas, PictureQuality, Point, Renderer } from '../../gpu/index.ts';
import type { Cover } from '../../common/cover.ts';

/** What a picture is drawn from, beside the frames. */
export interface PictureScene {
  /** Whoever draws shows it as its storyboard has it in each picture. */
  score: UniverseDocument;
  /** False while the universe is paused: the camera rests then. */
  playing: boolean;
  reducedMotion: boolean;
}

/** The stage on the page, in CSS pixels. */
export interface StageSize {
  width: number;
  height: number;
  devicePixelRatio: number;
}

/** What a hand does to the camera; lengths in CSS pixels. */
export type CameraGesture =
  | { kind: 'orbit' | 'pan'; dx: number; dy: number }
  /** Of a pinch: the ratio of the spans. */
  | { kind: 'dolly'; factor: number }
  | { kind: 'wheel'; deltaPixels: number }
  /** To a place of the scene, as near or far as it is. */
  | { kind: 'look-at'; point: Point }
  /** As somebody else looks, who is followed from picture to picture; null when that is over. */
  | { kind: 'view'; view: View | null };

/** What drawing begins with. */
export interface PictureStart {
  canvas: PictureCanvas;
  size: StageSize;
  scene: PictureScene;
  cover: Cover;
  /** From 0 to 1, whatever a frame costs; without it the measured frame time decides. */
  fixedQuality: number | undefined;
  /** At most so many a second; without it as many as the display shows. */
  frameRate: number | undefined;
  /** Whether the page's own thread has WebGPU: then a thread without is no place to draw. */
  pageHasWebgpu: boolean;
}

/** To whoever draws. */
export type PictureRequest =
  | { kind: 'begin'; start: PictureStart }
  | { kind: 'size'; size: StageSize }
  | { kind: 'scene'; scene: PictureScene }
  | { kind: 'cover'; cover: Cover }
  /** Tell where the particle in this slot is, with each look; null for none. */
  | { kind: 'track'; slot: number | null }
  /** A sound of one's own moves the picture; null when it is over. */
  | { kind: 'drive'; drive: Drive | null }
  | { kind: 'frames'; memory: FrameMemory }
  | { kind: 'gesture'; gesture: CameraGesture }
  /** Give a still of what is drawn next. */
  | { kind: 'shoot' }
  /** A fresh canvas, as asked for. */
  | { kind: 'canvas'; canvas: PictureCanvas }
  /** Tell what is seen in the next picture: asked for again after each answer, so that a busy page is told of the newest only. */
  | { kind: 'look' };

/** What is seen now: for handles, read-outs and notices. */
export interface PictureReading {
  camera: CameraState;
  /** Places of the wells in m: x, y, z by their order in the document. */
  wells: Float32Array;
  scalars: FrameScalars;
  /** Where the tracked particle is, in m; null when there is none, or none any more. */
  tracked: Point | null;
  quality: PictureQuality;
  rendererKind: Renderer['kind'];
  notice: Notice | null;
  framesDrawn: number;
}

/** From whoever draws. */
export type PictureReport =
  | { kind: 'reading'; reading: PictureReading }
  /** The universe is seen and moves, since this moment in ms of `performance.timeOrigin + performance.now()`. */
  | { kind: 'first-frame'; atMs: number }
  /** As asked for: a JPEG, or null where there is nothing to see. */
  | { kind: 'still'; jpeg: Blob | null }
  | { kind: 'canvas-wanted' }
  | { kind: 'give-back'; buffer: ArrayBuffer }
  /** The thread has come. */
  | { kind: 'alive' }
  /** This thread can not draw, or not as well as the page's own. */
  | { kind: 'unable' };

export type Report = (report: PictureReport, transfer?: Transferable[]) => void;

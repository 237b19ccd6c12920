import type { CanvasOutput } from './canvas-output.ts';
import type { FlashMemory } from './flash-memory.ts';
import type { Quality } from './governor.ts';
import { bloomLevelsOf, bloomSize } from './passes.ts';
import type { Resources } from './resources.ts';

const channels = 3;
const channelBytes = 4;
const minSide = 16;

/** The canvas on the page, in CSS pixels. */
interface Screen {
  readonly width: number;
  readonly height: number;
  readonly devicePixelRatio: number;
}

/** Buffers and textures whose size follows the screen and the quality. */
export interface PictureTextures {
  readonly screen: Screen;
  /** Pixels of the picture; 0 before the first `fit`. */
  readonly width: number;
  readonly height: number;
  readonly bloomLevels: number;
  setScreen(widthCss: number, heightCss: number, devicePixelRatio: number): void;
  /** Makes the textures for the screen and the quality where they do not fit already; true when the picture has another size. */
  fit(quality: Quality): boolean;
}

export function createPictureTextures(
  { limits }: GPUDevice,
  resources: Resources,
  output: CanvasOutput,
  flashes: FlashMemory,
  maxStorageBytes: number,
): PictureTextures {
  const maxPixels = Math.floor(maxStorageBytes / (channels * channelBytes));
  let screen: Screen = { width: 1, height: 1, devicePixelRatio: 1 };
  let width = 0;
  let height = 0;
  let bloomLevels = 0;

  /** Pixels of the picture, at most as many as the device holds. */
  const sizeFor = (resolutionScale: number): [width: number, height: number] => {
    const scale = resolutionScale * screen.devicePixelRatio;
    const wanted = Math.max(1, screen.width * scale * screen.height * scale);
    const reduction = Math.min(
      1,
      Math.sqrt(maxPixels / wanted),
      limits.maxTextureDimension2D / (Math.max(screen.width, screen.height) * scale),
    );
    return [
      Math.max(minSide, Math.floor(screen.width * scale * reduction)),
      Math.max(minSide, Math.floor(screen.height * scale * reduction)),
    ];
  };

  const resize = (nextWidth: number, nextHeight: number) => {
    resources.buffer('lightSum', nextWidth * nextHeight * channels * channelBytes);
    resources.buffer('trail', nextWidth * nextHeight * channels * channelBytes);
    flashes.resize(nextWidth, nextHeight);
    resources.texture('scene', nextWidth, nextHeight, 'rgba16float');
    output.resize(nextWidth, nextHeight);
    [width, height] = [nextWidth, nextHeight];
  };

  const makeBloom = (levels: number) => {
    for (let level = 0; level < Math.max(levels, bloomLevels); level++) {
      for (const name of [`bloom${level}`, `risen${level}`]) {
        if (level < levels) resources.texture(name, ...bloomSize(width, height, level), 'rgba16float');
        else resources.release(name);
      }
    }
    bloomLevels = levels;
  };

  return {
    get screen() {
      return screen;
    },
    get width() {
      return width;
    },
    get height() {
      return height;
    },
    get bloomLevels() {
      return bloomLevels;
    },
    setScreen(widthCss, heightCss, devicePixelRatio) {
      screen = { width: Math.max(1, widthCss), height: Math.max(1, heightCss), devicePixelRatio: Math.max(0.5, devicePixelRatio) };
    },
    fit(quality) {
      const [nextWidth, nextHeight] = sizeFor(quality.resolutionScale);
      const nextLevels = bloomLevelsOf(nextWidth, nextHeight, quality.bloomLevels);
      const isResized = nextWidth !== width || nextHeight !== height;
      if (!isResized && nextLevels === bloomLevels) return false;
      if (isResized) resize(nextWidth, nextHeight);
      makeBloom(nextLevels);
      return isResized;
    },
  };
}

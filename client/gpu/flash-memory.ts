import { flashRules, flashSlotSeconds, flashSlots } from './flash-rules.ts';
import type { Resources } from './resources.ts';
import { tileSide } from './shader-constants.ts';

const pixelBytes = 4;
/** Four turns (extreme and memory each), then light and red: `FlashTile` of shaders/common/flash.wgsl. */
const tileBytes = 40;
const voteBytes = 12;

/** The state that the flash limiter keeps on the GPU from frame to frame, also when the picture changes its size. */
export interface FlashMemory {
  /** True when the picture has changed its size since the last frame: the state must be carried over. */
  readonly resized: boolean;
  resize(width: number, height: number): void;
  /** Returns the uniform's values for a frame `seconds` after the last. */
  view(seconds: number): { flashSlotsPassed: number; flashCalm: number; widthBefore: number; heightBefore: number };
  /** Marks the frame as recorded. */
  done(): void;
}

export function createFlashMemory(resources: Resources): FlashMemory {
  let before: [width: number, height: number] = [0, 0];
  let now: [width: number, height: number] = [0, 0];
  let drawn = false;
  let resized = false;
  let slotSeconds = 0;
  resources.buffer('flashVotes', voteBytes);

  return {
    get resized() {
      return resized;
    },
    resize(width, height) {
      if (drawn) {
        resources.swap('shown', 'shownBefore');
        resources.swap('flashTiles', 'flashTilesBefore');
        before = now;
        resized = true;
        drawn = false;
      }
      now = [width, height];
      resources.buffer('shown', width * height * pixelBytes);
      resources.buffer('flashTiles', Math.ceil(width / tileSide) * Math.ceil(height / tileSide) * tileBytes);
      // `swap` needs both names.
      if (!resized) for (const name of ['shownBefore', 'flashTilesBefore']) resources.buffer(name, tileBytes);
    },
    view(seconds) {
      slotSeconds += seconds;
      const slots = Math.floor(slotSeconds / flashSlotSeconds);
      slotSeconds -= slots * flashSlotSeconds;
      return {
        flashSlotsPassed: Math.min(slots, flashSlots),
        flashCalm: 1 - Math.exp(-seconds / flashRules.flashCalmSeconds),
        widthBefore: before[0],
        heightBefore: before[1],
      };
    },
    done() {
      drawn = true;
      resized = false;
    },
  };
}

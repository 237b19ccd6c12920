import { ticksPerSecond } from '../../../shared/simulation/world.ts';
import { pageMs } from '../../common/page-clock.ts';
import type { PublishedFrame } from '../../engine/frame-slot.ts';
import { createFrameSource } from '../../engine/frame-source.ts';
import type { FrameMemory } from '../../engine/protocol.ts';
import type { Report } from './protocol.ts';

const tickMs = 1000 / ticksPerSecond;

/** The newest frame, and how many ticks lie between it and the one before. */
export function createNewestFrame(report: Report) {
  const frames = createFrameSource((buffer) => report({ kind: 'give-back', buffer }, [buffer]));
  let frame: PublishedFrame | null = null;
  let previousTick = 0;
  let tickGap = 1;
  return {
    accept: (memory: FrameMemory) => frames.accept(memory),
    get frame() {
      return frame;
    },
    /** Takes the newest frame; false where it has been taken already. */
    take(): boolean {
      const next = frames.take();
      if (!next) return false;
      tickGap = next.scalars.tick - previousTick;
      previousTick = next.scalars.tick;
      frame = next;
      return true;
    },
    /** Returns how far the picture is from the frame before to this one, 0..1; with ticks skipped between two there is nothing to interpolate between. */
    alphaOf: ({ publishedAt }: PublishedFrame) => (tickGap === 1 ? Math.max(0, Math.min(1, (pageMs() - publishedAt) / tickMs)) : 1),
  };
}

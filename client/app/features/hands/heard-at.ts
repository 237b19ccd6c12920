import type { DueEvent } from '../../../engine/protocol.ts';
import { createAudioTimeline } from '../../sound/audio-timeline.ts';
import { threadMsOf } from '../../../common/page-clock.ts';

/** What comes later than this is done at once; it says nothing about the grid of the ticks. */
const lateMs = 300;

/**
 * When things of the universe are heard, in ms of `performance.now()`: the same grid of ticks that the sound stands on, on the page's
 * clock, so that other instruments and lights come with the sound, whether it runs or not.
 */
export function createHeardAt(): (event: DueEvent) => number {
  const timeline = createAudioTimeline();
  return (event) => {
    const nowMs = performance.now();
    const dueMs = threadMsOf(event.dueMs);
    if (nowMs - dueMs > lateMs) return nowMs;
    timeline.observe(nowMs, nowMs / 1000);
    const [tick, lateTicks] = 'note' in event ? [event.note.tick, event.note.lateTicks] : [event.tick, 0];
    return timeline.place(tick, lateTicks, dueMs) * 1000;
  };
}

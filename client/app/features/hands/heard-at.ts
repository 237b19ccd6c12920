import type { DueEvent } from '../../../engine/protocol.ts';
import { createAudioTimeline } from '../../sound/audio-timeline.ts';
import { threadMsOf } from '../../../common/page-clock.ts';

/** Events later than this are handled at once; they do not affect the tick grid. */
const lateMs = 300;

/**
 * Returns when an event is heard, in ms of `performance.now()`: on the same tick grid as the sound, on the page's clock, so that other
 * instruments and lights match the sound, whether it runs or not.
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

import { expect, it } from 'vitest';
import { createAudioTimeline, lookAheadSeconds } from './audio-timeline.ts';

it('places onsets evenly although the audio clock is read in quanta', () => {
  const timeline = createAudioTimeline();
  const quantum = 128 / 48_000;
  const times: number[] = [];
  for (let pageMs = 0; pageMs < 4000; pageMs += 16.7) {
    const audioSeconds = Math.floor((pageMs / 1000 + 3) / quantum) * quantum;
    timeline.observe(pageMs, audioSeconds);
    if (pageMs > 1200) times.push(timeline.at(pageMs) - pageMs / 1000);
  }
  for (const offset of times) expect(Math.abs(offset - 3 - lookAheadSeconds)).toBeLessThan(quantum);
});

import { expect, it } from 'vitest';
import { createAudioTimeline, maxLookAhead, minLookAhead } from './audio-timeline.ts';

const quantum = 128 / 48_000;
const audioAt = (pageMs: number) => Math.floor((pageMs / 1000 + 3) / quantum) * quantum;
const tickMs = 1000 / 60;

/** Plays a note per tick; `late` is the delay in ms with which the page gets it, `wavers` the error of its due time in ms. */
function listen(
  ticks: number,
  { late = () => 2, wavers = () => 0 }: { late?: (tick: number) => number; wavers?: (tick: number) => number },
) {
  const timeline = createAudioTimeline();
  const heard: { tick: number; at: number; spare: number }[] = [];
  const lookAheads: number[] = [];
  for (let tick = 0; tick < ticks; tick++) {
    const dueMs = 5000 + tick * tickMs;
    const now = dueMs + late(tick);
    timeline.observe(now, audioAt(now));
    const at = timeline.place(tick, 0, dueMs + wavers(tick));
    heard.push({ tick, at, spare: at - audioAt(now) });
    lookAheads.push(timeline.lookAheadSeconds);
  }
  return { heard, lookAheads };
}

/** Returns the largest error of the onsets against a grid of ticks through the first of them. */
const gridError = (heard: readonly { tick: number; at: number }[]) =>
  Math.max(...heard.map(({ tick, at }) => Math.abs(at - heard[0].at - (tick - heard[0].tick) / 60)));

it('keeps onsets on the tick grid although both clocks are read inaccurately', () => {
  const { heard, lookAheads } = listen(1200, { wavers: (tick) => 8 * Math.sin(tick / 40), late: (tick) => (tick * 7) % 13 });
  expect(gridError(heard)).toBeLessThan(quantum);
  expect(lookAheads.at(-1)).toBe(minLookAhead);
  expect(Math.abs(heard[0].at - 5 - 3 - minLookAhead)).toBeLessThan(0.02);
});

it('grows when a page is blocked 200 ms every second, until every note is in time', () => {
  // During the block, a note arrives when the block ends.
  const late = (tick: number) => (tick % 60 < 12 ? (12 - (tick % 60)) * tickMs : 1);
  const { heard, lookAheads } = listen(3600, { late });
  expect(heard.every(({ spare }) => spare > 0.005)).toBe(true);
  const settled = heard.slice(120);
  expect(gridError(settled)).toBeLessThan(quantum);
  expect(Math.max(...lookAheads)).toBeLessThan(0.3);
});

it('shrinks slowly once the page is fast again, and is bounded', () => {
  const { lookAheads, heard } = listen(12_000, { late: (tick) => (tick < 60 ? 5000 : 1) });
  expect(Math.max(...lookAheads)).toBe(maxLookAhead);
  expect(lookAheads.at(-1)).toBeLessThan(0.7);
  for (let tick = 200; tick < 12_000; tick++) expect(Math.abs(heard[tick].at - heard[tick - 1].at - 1 / 60)).toBeLessThan(0.0005);
});

it('places events between two ticks', () => {
  const timeline = createAudioTimeline();
  timeline.observe(1000, 4);
  const whole = timeline.place(60, 0, 1000);
  expect(timeline.place(60, 0.5, 1000)).toBeCloseTo(whole - 0.5 / 60, 9);
});

it('resets when time jumps, and when the audio clock stood still', () => {
  const timeline = createAudioTimeline();
  timeline.observe(1000, 4);
  timeline.place(0, 0, 1000);
  timeline.observe(9000, 12);
  expect(timeline.place(100, 0, 9000)).toBeCloseTo(12 + minLookAhead, 6);
  timeline.observe(20_000, 12.5);
  expect(timeline.place(760, 0, 20_000)).toBeCloseTo(12.5 + minLookAhead, 6);
});

import { expect, it } from 'vitest';
import { defaultDocument } from '../../shared/universe/index.ts';
import type { PictureRenderer, PictureQuality } from '../gpu/index.ts';
import { createPreviewLoop } from './preview-loop.ts';
import type { PreviewPace, PreviewSounds } from './protocol.ts';

const document = defaultDocument();
const quality: PictureQuality = {
  drawnShare: 1,
  sparks: 0,
  resolutionScale: 1,
  bloomLevels: 0,
  frameMilliseconds: 0,
  refreshMilliseconds: 0,
};

/** A picture that remembers the ticks that it drew. */
function fakePicture(): PictureRenderer & { readonly ticks: number[] } {
  const ticks: number[] = [];
  return {
    ticks,
    quality,
    notice: null,
    framesDrawn: 0,
    draw: ({ frame }) => ticks.push(frame.scalars.tick),
    ready: () => Promise.resolve(),
    resize: () => {},
    dispose: () => {},
  };
}

function setUp(pace: PreviewPace) {
  const pictures = [fakePicture(), fakePicture()];
  const told: PreviewSounds[] = [];
  const loop = createPreviewLoop(pictures, pace, (sounds) => told.push(sounds));
  let nowMs = 1000;
  /** Runs for so long; returns the last wait. */
  const run = (ms: number): number | null => {
    const end = nowMs + ms;
    let wait: number | null = 0;
    while (nowMs < end) {
      wait = loop.turn(nowMs);
      if (wait === null) return null;
      nowMs += 34;
    }
    return wait;
  };
  return { pictures, told, loop, run };
}

it('shows a universe that has developed, and moves it', () => {
  const { pictures, loop, run } = setUp('moving');
  loop.accept({ kind: 'show', place: 0, shown: { id: 1, document } });
  run(2000);
  const [first = 0, ...later] = pictures[0].ticks;
  expect(first).toBeGreaterThanOrEqual(300);
  expect(later.at(-1)).toBeGreaterThan(first + 60);
  expect(pictures[1].ticks).toEqual([]);
});

it('simulates a universe in two places once, and goes on with it when it changes its place', () => {
  const { pictures, loop, run } = setUp('moving');
  loop.accept({ kind: 'show', place: 0, shown: { id: 1, document } });
  loop.accept({ kind: 'show', place: 1, shown: { id: 1, document } });
  run(1000);
  expect(pictures[1].ticks).toEqual(pictures[0].ticks);
  const last = pictures[0].ticks.at(-1)!;
  loop.accept({ kind: 'show', place: 0, shown: null });
  run(200);
  expect(pictures[0].ticks.at(-1)).toBe(last);
  expect(pictures[1].ticks.at(-1)).toBeGreaterThan(last);
});

it('draws a still picture and rests, until there is something else to show', () => {
  const { pictures, loop, run } = setUp('still');
  loop.accept({ kind: 'show', place: 0, shown: { id: 1, document } });
  expect(run(5000)).toBeNull();
  const drawn = pictures[0].ticks.length;
  expect(drawn).toBeGreaterThan(5);
  loop.accept({ kind: 'show', place: 0, shown: { id: 1, document } });
  expect(run(200)).toBeNull();
  expect(pictures[0].ticks).toHaveLength(drawn);
  loop.accept({ kind: 'show', place: 0, shown: { id: 2, document } });
  expect(run(5000)).toBeNull();
  expect(pictures[0].ticks).toHaveLength(2 * drawn);
});

it('does nothing while it is paused', () => {
  const { pictures, loop, run } = setUp('paused');
  loop.accept({ kind: 'show', place: 0, shown: { id: 1, document } });
  expect(run(500)).toBeNull();
  loop.accept({ kind: 'pace', pace: 'moving' });
  run(1000);
  expect(pictures[0].ticks.length).toBeGreaterThan(0);
});

it('reports what the universe plays that is heard, in the order of its ticks', () => {
  const { told, loop, run } = setUp('moving');
  loop.accept({ kind: 'show', place: 1, shown: { id: 1, document } });
  run(500);
  expect(told).toEqual([]);
  loop.accept({ kind: 'hear', place: 1 });
  run(8000);
  const ticks = told.flatMap(({ notes }) => notes.map(({ tick }) => tick));
  expect(ticks.length).toBeGreaterThan(0);
  expect(ticks).toEqual(ticks.toSorted((a, b) => a - b));
  expect(told[0]).toMatchObject({ place: 1, parameters: { tempo: document.parameters.tempo } });
});

it('plays also where pictures stand still', () => {
  const { pictures, told, loop, run } = setUp('still');
  loop.accept({ kind: 'show', place: 1, shown: { id: 1, document } });
  expect(run(5000)).toBeNull();
  const drawn = pictures[1].ticks.length;
  loop.accept({ kind: 'hear', place: 1 });
  run(4000);
  expect(told.flatMap(({ notes }) => notes).length).toBeGreaterThan(0);
  expect(pictures[1].ticks).toHaveLength(drawn);
  loop.accept({ kind: 'hear', place: null });
  expect(run(100)).toBeNull();
});

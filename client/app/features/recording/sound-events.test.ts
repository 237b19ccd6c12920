import { expect, it } from 'vitest';
import { type RunOrigin, replayRun } from '../../../../shared/recording/replay.ts';
import { defaultDocument, type LoggedEdit } from '../../../../shared/universe/index.ts';
import { filmFrames, framesOf } from './film.ts';
import { collectSoundEvents } from './sound-events.ts';

const document = defaultDocument();
document.parameters.particleCount = 1500;
// All parts play from the beginning.
document.parameters.form = 0;
const edits: LoggedEdit[] = [
  { sequence: 1, tick: 60, edit: { kind: 'parameters.set', values: { gravity: 3, tempo: 150 } } },
  { sequence: 2, tick: 200, edit: { kind: 'parameters.set', values: { particleCount: 2500 } } },
  { sequence: 3, tick: 330, edit: { kind: 'parameters.set', values: { gravity: 12 } } },
];
const fromStart: RunOrigin = { document, snapshot: null, edits };
/** The same run, from an intermediate snapshot. */
const fromSnapshot = (() => {
  const { simulation, advance } = replayRun(fromStart);
  while (simulation.tick < 230) advance();
  return { document, snapshot: simulation.snapshot(), edits: edits.filter((edit) => edit.sequence > 2) } satisfies RunOrigin;
})();
const span = { fromTick: 240, toTick: 540 };
const nothing = () => undefined;

it('gives the same notes and end state on every run, from any start', () => {
  const once = collectSoundEvents(replayRun(fromStart), span, nothing);
  expect(collectSoundEvents(replayRun(fromStart), span, nothing)).toEqual(once);
  expect(collectSoundEvents(replayRun(fromSnapshot), span, nothing)).toEqual(once);
  expect(once.notes.length).toBeGreaterThan(10);
  expect(once.notes.every(({ tick }) => tick > span.fromTick && tick <= span.toTick)).toBe(true);
  expect(once.moments.map(({ tick }) => tick).slice(0, 3)).toEqual([240, 246, 252]);
  expect(once.moments.at(-1)!.parameters.gravity).toBe(12);
  // It replays the edits.
  expect(collectSoundEvents(replayRun({ ...fromStart, edits: [] }), span, nothing).endHash).not.toBe(once.endHash);
});

it('gives frames of the same states on every run, each at its tick', () => {
  const shoot = (origin: RunOrigin, framesPerSecond: number) => {
    const replay = replayRun(origin);
    const states: string[] = [];
    for (const { index, frame } of filmFrames(replay, span, framesPerSecond, nothing)) {
      expect(frame.scalars.tick).toBe(span.fromTick + (index * 60) / framesPerSecond);
      if (index >= 0) states.push(`${replay.simulation.hash()} ${frame.slots} ${frame.words.slice(0, 4000).join('')}`);
    }
    return states;
  };
  const once = shoot(fromStart, 30);
  expect(once).toHaveLength(framesOf(span, 30));
  expect(new Set(once).size).toBe(once.length);
  expect(shoot(fromStart, 30)).toEqual(once);
  expect(shoot(fromSnapshot, 30)).toEqual(once);
  expect(shoot(fromStart, 60).filter((_, index) => index % 2 === 0)).toEqual(once);
});

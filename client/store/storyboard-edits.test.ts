import { expect, it } from 'vitest';
import {
  applyEdit,
  createStoryboardApplier,
  defaultDocument,
  type Edit,
  refuseEdit,
  storyboardContentLimits,
  type UniverseDocument,
} from '../../shared/universe/index.ts';
import { editsToAddPoint, isMoving, movedWords, onGrid, playheadAt, timeText } from './storyboard-edits.ts';

const made = (document: UniverseDocument, edits: readonly Edit[], tick = 0) =>
  edits.reduce((next, edit) => {
    expect(refuseEdit(next, edit)).toBeNull();
    return applyEdit(next, edit, tick);
  }, document);
const added = (score: UniverseDocument, tick = 0) => {
  const { edits, id } = editsToAddPoint(score, createStoryboardApplier()(score, tick, null), tick);
  return { score: made(score, edits, tick), id };
};
const withGravity = (document: UniverseDocument, gravity: number) => made(document, [{ kind: 'parameters.set', values: { gravity } }]);

it('makes successive points from the current universe, and extends the storyboard where they need it', () => {
  let score = withGravity(defaultDocument(), 1);
  const ids: string[] = [];
  for (let index = 0; index < 6; index++) {
    const next = added(withGravity(score, index + 1));
    score = next.score;
    ids.push(next.id);
  }
  const { points, duration } = score.storyboard!;
  expect(points.map(({ at }) => at)).toEqual([0, 8, 16, 24, 32, 40]);
  expect(points.map(({ state }) => state.gravity)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(duration).toBe(48);
  expect(new Set(ids).size).toBe(6);
  expect(points.map(({ id }) => id)).toEqual(ids);
});

it('inserts a point at the playhead, with what is seen there', () => {
  let { score } = added(withGravity(defaultDocument(), 0));
  ({ score } = added(withGravity(score, 10)));
  score = made(score, [
    { kind: 'point.set', id: 'point-2', values: { transition: 'linear' } },
    { kind: 'playhead.set', seconds: 4, playing: false },
  ]);
  const between = added(score).score.storyboard!.points[1]!;
  expect(between).toMatchObject({ at: 4, state: { gravity: 5 } });
});

it('stays within the longest storyboard, also at its end', () => {
  let { score } = added(defaultDocument());
  score = made(score, [
    { kind: 'storyboard.set', values: { duration: storyboardContentLimits.duration.max } },
    { kind: 'point.set', id: 'point-1', values: { at: storyboardContentLimits.duration.max } },
  ]);
  expect(added(score).score.storyboard!.points.map(({ at }) => at)).toEqual([600, 600]);
});

it('knows the position of the playhead, and whether it moves', () => {
  let { score } = added(withGravity(defaultDocument(), 0));
  expect([playheadAt(score, 60), isMoving(score.storyboard, 60)]).toEqual([null, false]);
  score = made(score, [
    { kind: 'storyboard.set', values: { loop: false } },
    { kind: 'playhead.set', seconds: 30, playing: true },
  ]);
  expect([playheadAt(score, 60), isMoving(score.storyboard, 60)]).toEqual([31, true]);
  expect([playheadAt(score, 600), isMoving(score.storyboard, 600)]).toEqual([32, false]);
});

it('names what the storyboard moves', () => {
  let { score } = added(withGravity(defaultDocument(), 0));
  score = made(withGravity(score, 5), [{ kind: 'well.set', id: 'well-1', values: { x: 4 } }]);
  ({ score } = added(score));
  expect(movedWords(score.storyboard!, score)).toEqual(['Gravity', 'well-1: X']);
});

it('formats times to a tenth of a second, and rounds to it', () => {
  expect([0, 8.04, 59.96, 61.5, 600].map(timeText)).toEqual(['0:00.0', '0:08.0', '1:00.0', '1:01.5', '10:00.0']);
  expect([-1, 3.14159, 700].map((seconds) => onGrid(seconds))).toEqual([0, 3.1, 600]);
});

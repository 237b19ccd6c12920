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
const added = (document: UniverseDocument, tick = 0) => {
  const { edits, id } = editsToAddPoint(document, createStoryboardApplier()(document, tick, null), tick);
  return { document: made(document, edits, tick), id };
};
const withGravity = (document: UniverseDocument, gravity: number) => made(document, [{ kind: 'parameters.set', values: { gravity } }]);

it('makes successive points from the current universe, and extends the storyboard where they need it', () => {
  let document = withGravity(defaultDocument(), 1);
  const ids: string[] = [];
  for (let index = 0; index < 6; index++) {
    const next = added(withGravity(document, index + 1));
    document = next.document;
    ids.push(next.id);
  }
  const { points, duration } = document.storyboard!;
  expect(points.map(({ at }) => at)).toEqual([0, 8, 16, 24, 32, 40]);
  expect(points.map(({ state }) => state.gravity)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(duration).toBe(48);
  expect(new Set(ids).size).toBe(6);
  expect(points.map(({ id }) => id)).toEqual(ids);
});

it('inserts a point at the playhead, with what is seen there', () => {
  let { document } = added(withGravity(defaultDocument(), 0));
  ({ document } = added(withGravity(document, 10)));
  document = made(document, [
    { kind: 'point.set', id: 'point-2', values: { transition: 'linear' } },
    { kind: 'playhead.set', seconds: 4, playing: false },
  ]);
  const between = added(document).document.storyboard!.points[1]!;
  expect(between).toMatchObject({ at: 4, state: { gravity: 5 } });
});

it('stays within the longest storyboard, also at its end', () => {
  let { document } = added(defaultDocument());
  document = made(document, [
    { kind: 'storyboard.set', values: { duration: storyboardContentLimits.duration.max } },
    { kind: 'point.set', id: 'point-1', values: { at: storyboardContentLimits.duration.max } },
  ]);
  expect(added(document).document.storyboard!.points.map(({ at }) => at)).toEqual([600, 600]);
});

it('knows the position of the playhead, and whether it moves', () => {
  let { document } = added(withGravity(defaultDocument(), 0));
  expect([playheadAt(document, 60), isMoving(document.storyboard, 60)]).toEqual([null, false]);
  document = made(document, [
    { kind: 'storyboard.set', values: { loop: false } },
    { kind: 'playhead.set', seconds: 30, playing: true },
  ]);
  expect([playheadAt(document, 60), isMoving(document.storyboard, 60)]).toEqual([31, true]);
  expect([playheadAt(document, 600), isMoving(document.storyboard, 600)]).toEqual([32, false]);
});

it('names what the storyboard moves', () => {
  let { document } = added(withGravity(defaultDocument(), 0));
  document = made(withGravity(document, 5), [{ kind: 'well.set', id: 'well-1', values: { x: 4 } }]);
  ({ document } = added(document));
  expect(movedWords(document.storyboard!, document)).toEqual(['Gravity', 'well-1: X']);
});

it('formats times to a tenth of a second, and rounds to it', () => {
  expect([0, 8.04, 59.96, 61.5, 600].map(timeText)).toEqual(['0:00.0', '0:08.0', '1:00.0', '1:01.5', '10:00.0']);
  expect([-1, 3.14159, 700].map((seconds) => onGrid(seconds))).toEqual([0, 3.1, 600]);
});

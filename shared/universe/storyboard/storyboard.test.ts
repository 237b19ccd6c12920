import { expect, it } from 'vitest';
import {
  applyEdit,
  atBeginOfRun,
  canonicalDocument,
  defaultDocument,
  documentSchema,
  type Edit,
  readDocument,
  refuseEdit,
  type UniverseDocument,
} from '../index.ts';
import { storyboardPositionOf } from './position.ts';
import { positionOf } from './playhead.ts';
import { createStoryboardApplier } from './apply-storyboard.ts';
import type { StoryboardContent, StoryboardPoint, Transition } from './storyboard.ts';
import { stateOf } from './targets.ts';
import { tracksOf } from './tracks.ts';

const point = (
  id: string,
  at: number,
  gravity: number,
  transition: Transition = 'linear',
  more: StoryboardPoint['state'] = {},
): StoryboardPoint => ({
  id,
  at,
  transition,
  state: { gravity, ...more },
});

const content = (points: StoryboardPoint[], traits: Partial<StoryboardContent> = {}): StoryboardContent => ({
  title: 'A rise',
  duration: 10,
  loop: false,
  points,
  ...traits,
});

/** Returns a document after edits, each at its tick. */
function after(edits: readonly (readonly [tick: number, edit: Edit])[], first = defaultDocument()): UniverseDocument {
  return edits.reduce((document, [tick, edit]) => {
    expect(refuseEdit(document, edit)).toBeNull();
    return applyEdit(document, edit, tick);
  }, first);
}

const load = (points: StoryboardPoint[], traits?: Partial<StoryboardContent>): Edit => ({
  kind: 'storyboard.load',
  content: content(points, traits),
  keptAs: null,
});
const play: Edit = { kind: 'playhead.set', seconds: 0, playing: true };
const gravityAt = (document: UniverseDocument, tick: number, beatTick: number | null = null) =>
  createStoryboardApplier()(document, tick, beatTick).parameters.gravity;

it('moves from point to point by their transitions, in ticks', () => {
  const playing = after([
    [0, load([point('a', 0, 0), point('b', 2, 10, 'linear'), point('c', 4, 20, 'cut'), point('d', 8, 4, 'eased')])],
    [60, play],
  ]);
  const heard = [60, 120, 180, 299, 300, 420, 540, 1000].map((tick) => gravityAt(playing, tick));
  expect(heard).toEqual([0, 5, 10, 10, 20, 12, 4, 4]);
});

it('returns from its last point to its first in a loop', () => {
  const points = [point('a', 1, 0), point('b', 3, 8)];
  const playing = after([
    [0, load(points, { duration: 4, loop: true })],
    [0, play],
  ]);
  expect([60, 120, 180, 240, 300, 420].map((tick) => gravityAt(playing, tick))).toEqual([0, 4, 8, 4, 0, 8]);
  const { storyboard } = playing;
  expect(positionOf(storyboard!, storyboard!.playhead!, 60 * 9)).toBe(1);
});

it('waits for the beat at a point that asks for it, in every round of a loop', () => {
  const playing = after([
    [0, load([point('a', 0, 0, 'cut'), point('b', 2, 10, 'on-the-beat')], { duration: 4, loop: true })],
    [0, play],
  ]);
  // At 2 s the last beat was at tick 110; the next is at 140.
  expect(gravityAt(playing, 121, 110)).toBe(0);
  expect(gravityAt(playing, 140, 140)).toBe(10);
  expect(gravityAt(playing, 240 + 121, 240 + 110)).toBe(0);
  expect(gravityAt(playing, 240 + 121, 240 + 120)).toBe(10);
  // A playhead that is set to a time after the point has its value at once, moving or at rest.
  const [rested, gone] = [false, true].map((moves) => after([[200, { kind: 'playhead.set', seconds: 3, playing: moves }]], playing));
  expect(gravityAt(rested, 200, 100)).toBe(10);
  expect(gravityAt(gone, 201, 100)).toBe(10);
  expect(storyboardPositionOf(playing.storyboard!, playing.storyboard!.playhead!, 121, null)).toMatchObject({ from: 1 });
});

it('moves only values that differ between its points, and leaves the rest to edits', () => {
  const story = load([point('a', 0, 0, 'cut', { tempo: 90 }), point('b', 5, 10, 'linear', { tempo: 90, zoom: 2 })]);
  const playing = after([
    [0, story],
    [0, play],
    [10, { kind: 'parameters.set', values: { tempo: 200 } }],
  ]);
  expect(tracksOf(playing.storyboard!.points).map(({ name }) => name)).toEqual(['gravity', 'zoom']);
  expect(createStoryboardApplier()(playing, 150, null).parameters).toMatchObject({ gravity: 5, tempo: 200 });
});

it('releases a value that is edited until the playhead is set again', () => {
  const playing = after([
    [0, load([point('a', 0, 0), point('b', 10, 10)])],
    [0, play],
    [60, { kind: 'parameters.set', values: { gravity: 3 } }],
  ]);
  expect(playing.storyboard!.released).toEqual(['gravity']);
  expect(gravityAt(playing, 300)).toBe(3);
  const again = after([[300, { kind: 'playhead.set', playing: true }]], playing);
  expect(gravityAt(again, 300)).toBe(5);
  expect(gravityAt(after([[300, { kind: 'playhead.lift' }]], again), 301)).toBe(3);
});

it('moves emitters and wells that exist', () => {
  const first = defaultDocument();
  const state = (x: number) => ({ ...stateOf(first), 'well:well-1:x': x, 'well:gone:x': x });
  const playing = after([
    [
      0,
      load([
        { id: 'a', at: 0, transition: 'cut', state: state(0) },
        { id: 'b', at: 2, transition: 'linear', state: state(6) },
      ]),
    ],
    [0, play],
  ]);
  const staged = createStoryboardApplier()(playing, 60, null);
  expect(staged.wells).toEqual([{ ...first.wells[0], x: 3 }]);
  expect(staged.emitters).toBe(playing.emitters);
});

it('gives the same object while nothing moves, and the authored document without a playhead', () => {
  const loaded = after([[0, load([point('a', 0, 0), point('b', 2, 10, 'cut')])]]);
  const stage = createStoryboardApplier();
  expect(stage(loaded, 5, null)).toBe(loaded);
  const playing = after([[0, play]], loaded);
  expect(stage(playing, 5, null)).toBe(stage(playing, 6, null));
  expect(stage(playing, 130, null)).not.toBe(stage(playing, 6, null));
});

it('mixes ratios geometrically, integers to integers, colours by channel, and changes the rest at the end', () => {
  const ends = (a: StoryboardPoint['state'], b: StoryboardPoint['state']) =>
    after([
      [
        0,
        load([
          { id: 'a', at: 0, transition: 'cut', state: a },
          { id: 'b', at: 4, transition: 'linear', state: b },
        ]),
      ],
      [0, play],
    ]);
  const halfway = createStoryboardApplier()(
    ends(
      { glowColour: '#000000', boundsSize: 10, sparks: 1, bounds: 'box', 'emitter:emitter-1:mass': 1 },
      { glowColour: '#ff8001', boundsSize: 20, sparks: 4, bounds: 'torus', 'emitter:emitter-1:mass': 100 },
    ),
    120,
    null,
  );
  expect(halfway.parameters).toMatchObject({ glowColour: '#804001', sparks: 3, bounds: 'box' });
  expect(halfway.emitters[0]!.mass).toBeCloseTo(10, 9);
});

it('refuses invalid edits with their field, rule and value', () => {
  const loaded = after([[0, load([point('a', 0, 0), point('b', 9, 1)])]]);
  const refusal = (edit: Edit) => refuseEdit(loaded, edit);
  expect(refusal({ kind: 'point.add', point: point('a', 1, 1) })).toMatchObject({ path: 'point.id', value: 'a' });
  expect(refusal({ kind: 'point.set', id: 'x', values: { at: 1 } })).toMatchObject({ path: 'id', value: 'x' });
  expect(refusal({ kind: 'point.add', point: point('c', 11, 1) })).toMatchObject({ path: 'duration', value: 10 });
  expect(refusal({ kind: 'storyboard.set', values: { duration: 5 } })).toMatchObject({ path: 'duration', value: 5 });
  expect(refusal({ kind: 'playhead.set', seconds: 11, playing: true })).toMatchObject({ path: 'seconds', value: 11 });
  expect(refuseEdit(defaultDocument(), play)).toMatchObject({ path: 'kind', reason: 'needs-storyboard' });
});

it('is unchanged by its schema and by JSON in any order of keys, and refuses invalid values', () => {
  const playing = canonicalDocument(
    after([
      [0, load([point('a', 0, 0, 'cut', { zoom: 2, tempo: 90 }), point('b', 2, 10)])],
      [7, play],
    ]),
  );
  const { points } = playing.storyboard!;
  const shuffled = {
    ...playing.storyboard!,
    points: points.map(({ state, ...rest }) => ({ state: Object.fromEntries(Object.entries(state).toReversed()), ...rest })),
  };
  expect(JSON.stringify(canonicalDocument(readDocument({ ...playing, storyboard: shuffled })))).toBe(JSON.stringify(playing));

  const withState = (state: object) => ({ ...playing, storyboard: { ...playing.storyboard, points: [{ ...points[0], state }] } });
  const paths = (state: object) => documentSchema.safeParse(withState(state)).error?.issues.map(({ path }) => path.join('.'));
  expect(paths({ gravity: 1e9 })).toEqual(['storyboard.points.0.state.gravity']);
  expect(paths({ particleCount: 5000 })).toEqual(['storyboard.points.0.state.particleCount']);
  expect(paths({ 'well:well-1:colour': 1 })).toEqual(['storyboard.points.0.state.well:well-1:colour']);
  expect(paths({ gravity: 'much' })).toEqual(['storyboard.points.0.state.gravity']);
});

it('continues in another run from the position of its playhead', () => {
  const playing = after([
    [0, load([point('a', 0, 0), point('b', 10, 10)])],
    [600, { kind: 'playhead.set', seconds: 4, playing: true }],
  ]);
  expect(gravityAt(atBeginOfRun(playing), 60)).toBe(5);
  const resting = after([[660, { kind: 'playhead.set', playing: false }]], playing);
  expect(resting.storyboard!.playhead).toEqual({ seconds: 5, since: null });
  expect(atBeginOfRun(resting)).toBe(resting);
});

it('starts again with its universe, and at its end', () => {
  const points = [point('a', 0, 0), point('b', 10, 10)];
  const playing = after([
    [0, load(points)],
    [0, play],
    [120, { kind: 'restart' }],
  ]);
  expect(gravityAt(playing, 180)).toBe(1);
  const ended = after([[2000, { kind: 'playhead.set', playing: true }]], playing);
  expect(ended.storyboard!.playhead).toEqual({ seconds: 0, since: 2000 });
});

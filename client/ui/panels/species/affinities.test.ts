import { expect, it } from 'vitest';
import { defaultDocument, editSchema, emitterSchema, maxEmitters } from '../../../../shared/universe/index.ts';
import {
  affinityAfterDrag,
  answerToKey,
  changedCells,
  describeAffinity,
  emittersOfTheOthers,
  livelyAffinities,
  shortAffinity,
} from './affinities.ts';

it('moves up and down with the drag, and stays between −1 and 1', () => {
  expect(affinityAfterDrag(0, 90)).toBe(1);
  expect(affinityAfterDrag(0, -45)).toBe(-0.5);
  expect(affinityAfterDrag(0.9, 400)).toBe(1);
  expect(affinityAfterDrag(-0.2, 18)).toBe(0);
  expect(Object.is(affinityAfterDrag(-0.2, 18), 0)).toBe(true);
});

it('handles keys: up and down change the value, left and right select a cell, others reset or go to the ends', () => {
  expect(answerToKey('ArrowUp', 1, 2, 0.3)).toEqual({ value: 0.4 });
  expect(answerToKey('ArrowDown', 1, 2, -1)).toEqual({ value: -1 });
  expect(answerToKey('ArrowRight', 0, 5, 0)).toEqual({ of: 1, towards: 0 });
  expect(answerToKey('ArrowLeft', 0, 0, 0)).toEqual({ of: 0, towards: 0 });
  expect(answerToKey('PageDown', 4, 3, 0)).toEqual({ of: 5, towards: 3 });
  expect(answerToKey('PageDown', 5, 3, 0)).toEqual({ of: 5, towards: 3 });
  expect(answerToKey('Delete', 1, 1, 0.5)).toEqual({ value: 0 });
  expect(answerToKey('x', 1, 1, 0.5)).toBeNull();
});

it('says what a value means', () => {
  expect(describeAffinity(0, 1, 0.8)).toBe('Species 1 chases species 2');
  expect(describeAffinity(2, 2, -0.2)).toBe('Species 3 avoids its own kind');
  expect([0, 0.5, -0.25, 1].map(shortAffinity)).toEqual(['·', '+.5', '−.25', '+1']);
});

it('returns lively matrices that an edit can carry', () => {
  let state = 1;
  const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  const { affinities } = defaultDocument();
  const lively = livelyAffinities(random);
  expect(lively.every((value) => Math.abs(value) >= 0.2)).toBe(true);
  const cells = changedCells(affinities, lively);
  expect(cells).toHaveLength(36);
  expect(editSchema.safeParse({ kind: 'affinities.set', cells }).success).toBe(true);
  expect(changedCells(lively, lively)).toEqual([]);
});

it('adds an emitter for each missing species, within the limits of a universe', () => {
  const { emitters } = defaultDocument();
  const added = emittersOfTheOthers(emitters, emitters[0]);
  expect(added.map(({ species }) => species)).toEqual([1, 2, 3, 4, 5]);
  expect(new Set([...emitters, ...added].map(({ id }) => id)).size).toBe(6);
  for (const emitter of added) expect(emitterSchema.safeParse(emitter).success).toBe(true);
  const many = Array.from({ length: maxEmitters - 1 }, (_, index) => ({ ...emitters[0], id: `e${index}` }));
  expect(emittersOfTheOthers(many, emitters[0])).toHaveLength(1);
});

import { expect, it } from 'vitest';
import { applyEdit, defaultDocument, refuseEdit } from '../../../../shared/universe/index.ts';
import { sleepOf } from './sleep.ts';

it('offers one step after another until the matrix acts visibly', () => {
  let document = defaultDocument();
  const offers: string[] = [];
  for (let sleep = sleepOf(document, () => 0.5); sleep; sleep = sleepOf(document, () => 0.5)) {
    offers.push(sleep.offer);
    for (const edit of sleep.wake) {
      expect(refuseEdit(document, edit)).toBeNull();
      document = applyEdit(document, edit, 0);
    }
    expect(offers.length).toBeLessThan(9);
  }
  expect(offers).toEqual(['Turn on the force', 'Add the other species', 'Colour by species']);
  expect(document.parameters.speciesForce).toBeGreaterThan(0);
  expect(document.affinities.some((value) => value !== 0)).toBe(true);
  expect(new Set(document.emitters.map(({ species }) => species)).size).toBe(6);
});

it('keeps a matrix that was edited when it wakes it', () => {
  const document = applyEdit(defaultDocument(), { kind: 'affinities.set', cells: [{ of: 0, towards: 0, value: 1 }] }, 0);
  expect(sleepOf(document, Math.random)?.wake.map(({ kind }) => kind)).toEqual(['parameters.set']);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentArbitrary } from '../../tests/support/arbitraries.ts';
import { readTemplate } from '../../tests/support/templates.ts';
import { fromPosition, parameterKeys, parameterOf, toPosition } from '../parameters/index.ts';
import { documentSchema } from '../universe/index.ts';
import { freeParameters, type Freedom, scopes } from './scope.ts';
import { crossed, mutated } from './vary.ts';

const whole: Freedom = { scopes, amount: 0.5, locked: [] };
const amounts = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
const freedoms: fc.Arbitrary<Freedom> = fc.record({
  scopes: fc.subarray([...scopes]),
  amount: amounts,
  locked: fc.subarray(['physics', 'music', 'things']),
});

it('makes a valid document that differs only in what is free', () => {
  fc.assert(
    fc.property(documentArbitrary, documentArbitrary, freedoms, fc.nat(), (document, other, freedom, key) => {
      const free = new Set(freeParameters(freedom));
      for (const child of [mutated(document, freedom, key), crossed(document, other, freedom, key)]) {
        expect(documentSchema.safeParse(child).error).toBeUndefined();
        for (const name of parameterKeys) if (!free.has(name)) expect(child.parameters[name]).toBe(document.parameters[name]);
        if (!freedom.scopes.includes('things') || freedom.locked.includes('things')) expect(child.wells).toEqual(document.wells);
      }
    }),
    { numRuns: 60 },
  );
});

it('makes the same of the same key, and something else of another', () => {
  const { document } = readTemplate('orrery');
  expect(mutated(document, whole, 7)).toEqual(mutated(document, whole, 7));
  expect(mutated(document, whole, 8).parameters).not.toEqual(mutated(document, whole, 7).parameters);
});

it('sets values that a control can set', () => {
  const { document } = readTemplate('orrery');
  const changed = Array.from({ length: 20 }, (_, key) => mutated(document, whole, key)).flatMap(({ parameters }) =>
    parameterKeys.filter((key) => parameters[key] !== document.parameters[key]).map((key) => [key, parameters[key]] as const),
  );
  expect(changed.length).toBeGreaterThan(50);
  for (const [key, value] of changed) {
    const field = parameterOf(key);
    if (field.kind === 'number' && typeof value === 'number') expect(fromPosition(field, toPosition(field, value))).toBeCloseTo(value, 4);
  }
});

it('goes farther with a larger amount', () => {
  const { document } = readTemplate('orrery');
  const moved = (amount: number) =>
    Array.from({ length: 20 }, (_, key) => mutated(document, { ...whole, amount }, key)).reduce((sum, { parameters }) => {
      const tempo = Math.abs(parameters.tempo - document.parameters.tempo);
      return sum + tempo + parameterKeys.filter((key) => parameters[key] !== document.parameters[key]).length;
    }, 0);
  expect(moved(1)).toBeGreaterThan(1.5 * moved(0));
});

it('takes whole scopes of the other parent, and not all of them', () => {
  const [{ document }, { document: other }] = [readTemplate('orrery'), readTemplate('pulsar')];
  for (let key = 0; key < 20; key++) {
    const { parameters, wells } = crossed(document, other, whole, key);
    const [here, there] = [document, other].map(
      (parent) => parameters.tempo === parent.parameters.tempo && parameters.scale === parent.parameters.scale,
    );
    expect(here || there).toBe(true);
    const sides = [parameters.tempo, parameters.reverb, parameters.palette, parameters.gravity, wells.length].map((value, index) => {
      const of = ({ parameters: p, wells: w }: typeof document) => [p.tempo, p.reverb, p.palette, p.gravity, w.length][index];
      return value === of(other) && value !== of(document);
    });
    expect(sides.every(Boolean)).toBe(false);
  }
});

it('takes births for as many particles as there are here', () => {
  const [{ document }, { document: other }] = [readTemplate('living-garden'), readTemplate('orrery')];
  const children = Array.from({ length: 20 }, (_, key) => crossed(document, other, { ...whole, scopes: ['physics'] }, key));
  expect(children.every(({ parameters }) => parameters.particleCount === document.parameters.particleCount)).toBe(true);
  const expected = (other.parameters.emissionRate * document.parameters.particleCount) / other.parameters.particleCount;
  expect(children[0].parameters.emissionRate).toBe(Math.round(expected));
});

import { expect, it } from 'vitest';
import { readTemplate } from '../../tests/support/templates.ts';
import { burdenOf } from './burden.ts';

const { document } = readTemplate('orrery');
const having = (patch: Partial<typeof document.parameters>) => burdenOf({ ...document, parameters: { ...document.parameters, ...patch } });

it('counts wells, heavy bodies, neighbours and collisions by the particles that live', () => {
  const [wells, bodies, heed, collide] = burdenOf(document);
  expect(wells).toBeGreaterThan(0);
  expect([bodies, heed, collide]).toEqual([0, 0, 0]);
  expect(having({ alignment: 1 })[2]).toBeGreaterThan(0);
  expect(having({ collisions: true })[3]).toBeGreaterThan(0);
  expect(having({ emissionRate: 19 })[0]).toBeLessThan(wells / 10);
  expect(burdenOf({ ...document, wells: [...document.wells, ...document.wells] })[0]).toBeCloseTo(2 * wells, 9);
});

it('counts heavy bodies by the births of their emitters', () => {
  const heavy = { ...document, emitters: document.emitters.map((emitter) => ({ ...emitter, mass: 5 })) };
  const half = { ...heavy, emitters: [...heavy.emitters, ...document.emitters] };
  expect(burdenOf(heavy)[1]).toBeGreaterThan(1);
  expect(burdenOf(half)[1]).toBeCloseTo(burdenOf(heavy)[1] / 2, 9);
  expect(burdenOf({ ...document, emitters: [] })[1]).toBe(0);
});

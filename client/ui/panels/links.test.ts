import { expect, it } from 'vitest';
import { couplingParameters } from '../../../shared/parameters/coupling.ts';
import { arcOf, type LinkKey, links, linksFrom, mapSize, sources } from './links.ts';

it('places every link of the registry on the map once', () => {
  const known = Object.keys(couplingParameters).filter((key) => key !== 'couplingMode');
  expect(sources.flatMap(linksFrom).toSorted()).toEqual(known.toSorted());
});

it('draws no two links over each other, and all of them inside the map', () => {
  const arcs = (Object.keys(links) as LinkKey[]).map(arcOf);
  expect(new Set(arcs).size).toBe(arcs.length);
  for (const arc of arcs) {
    const [x0, y0, x1, y1, x2, y2] = arc.match(/-?[\d.]+/g)!.map(Number);
    const middle = { x: (x0 + 2 * x1 + x2) / 4, y: (y0 + 2 * y1 + y2) / 4 };
    expect(middle.x).toBeGreaterThan(0);
    expect(middle.x).toBeLessThan(mapSize.width);
    expect(middle.y).toBeGreaterThan(0);
    expect(middle.y).toBeLessThan(mapSize.height);
  }
});

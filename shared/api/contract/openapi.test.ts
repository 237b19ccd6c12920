import { expect, it } from 'vitest';
import { type RouteName, routes } from './contract.ts';
import { describeApi } from './openapi.ts';
import { overallRate, rates } from '../rates.ts';

const document = describeApi();
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
const operationOf = (name: RouteName) => operations.find(({ operationId }) => operationId === name)!;

it('describes every route of the contract, at its method and path', () => {
  for (const [name, { method, path }] of Object.entries(routes)) {
    const at = path.replace(/:(\w+)/g, '{$1}');
    expect(document.paths[at]?.[method.toLowerCase()]?.operationId).toBe(name);
    const declared = operationOf(name as RouteName).parameters.filter((parameter) => parameter.in === 'path');
    expect(declared.map((parameter) => `{${parameter.name}}`)).toEqual(at.match(/\{\w+\}/g) ?? []);
  }
});

it('has a schema for every reference', () => {
  const text = JSON.stringify(document);
  const references = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference!));
  expect(references.size).toBeGreaterThan(20);
  for (const reference of references) {
    const name = /^#\/components\/schemas\/(\w+)$/.exec(reference)?.[1];
    expect([reference, Object.hasOwn(document.components.schemas, name ?? '')]).toEqual([reference, true]);
  }
});

it('gives the refusals, the rate limits and the largest body of each route', () => {
  const changing = operationOf('updateUniverse');
  expect(Object.keys(changing.responses)).toEqual(['200', '400', '403', '404', '412', '413', '415', '429']);
  expect(changing.responses['400']!.description).toBe('invalid-input, malformed-body');
  expect(changing.parameters.map(({ name }) => name)).toContain('If-Match');
  expect(operationOf('signIn')['x-rate-limits']).toEqual([
    { per: 'address', ...overallRate },
    { per: 'address', ...rates.password.perAddress },
  ]);
  expect(operationOf('importUniverse').requestBody?.description).toBe('At most 2048 KiB.');
  expect(Object.keys(operationOf('getUniverse').responses)).toContain('304');
});

it('shares schemas that are used in several places', () => {
  const { UniverseDetail } = document.components.schemas;
  expect(JSON.stringify(UniverseDetail)).toContain('#/components/schemas/Document');
  expect(operationOf('getUniverse').responses['200']!.content!['application/json'].schema.$ref).toBe('#/components/schemas/UniverseDetail');
});

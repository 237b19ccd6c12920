import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parameterReference, referencePath } from './parameter-reference.ts';

it('has a reference that is true to the registry (npm run docs writes it anew)', () => {
  expect(readFileSync(referencePath, 'utf8')).toBe(parameterReference());
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parameterReference, referencePath } from './parameter-reference.ts';

it('has a reference that matches the registry (npm run docs updates it)', () => {
  expect(readFileSync(referencePath, 'utf8')).toBe(parameterReference());
});

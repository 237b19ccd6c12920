import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parameters } from '../../shared/parameters/index.ts';
import { choiceConstant, switchedChoices } from './shader-constants.ts';

const folder = join(import.meta.dirname, '../../shaders');
const shaders = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.wgsl'))
  .map((path) => readFileSync(join(folder, path), 'utf8'))
  .join('\n');

it.each(switchedChoices)('each choice of %s is a case in the shaders, where no type check would find it missing', (key) => {
  const names = parameters[key].choices.map((choice) => choiceConstant(key, choice));
  const cases = new Set([...shaders.matchAll(/case ([\w, ]+):/g)].flatMap(([, list]) => list!.split(/, */)));
  expect(names.filter((name) => !cases.has(name))).toEqual([]);
});

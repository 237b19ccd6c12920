import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('reads every number that is typed by the same rules: no box of the browser’s own kind is left', () => {
  const root = join(import.meta.dirname, '../..');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
  );
  const others = sources.filter((path) => /type="number"|valueAsNumber/.test(readFileSync(join(root, path), 'utf8')));
  expect([sources.length > 100, others]).toEqual([true, []]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('reads all typed numbers by the same rules: no input uses the number type of the browser', () => {
  const root = join(import.meta.dirname, '../..');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
  );
  const others = sources.filter((path) => /type="number"|valueAsNumber/.test(readFileSync(join(root, path), 'utf8')));
  expect([sources.length > 100, others]).toEqual([true, []]);
});

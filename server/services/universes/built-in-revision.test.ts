import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtInRevision } from './built-in-revision.ts';

const folder = join(import.meta.dirname, '../../../assets/templates');

// Raise `builtInRevision` when this changes, and store the new hash by `-u`: otherwise an earlier release overwrites the change.
it(`the built-in templates are those of revision ${builtInRevision}`, () => {
  const files = readdirSync(folder).toSorted();
  const content = files.map((file) => `${file}\n${readFileSync(join(folder, file), 'utf8')}`);
  expect(createHash('sha256').update(content.join('\n')).digest('hex').slice(0, 16)).toMatchInlineSnapshot(`"ed8d3f8d30aebc70"`);
});

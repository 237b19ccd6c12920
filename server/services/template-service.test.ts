import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testDatabases } from '../testing/test-databases.ts';
import { createTemplateService } from './template-service.ts';

const good = { version: 3, name: 'Good', sentence: 'It loads.', category: 'test', seed: 1, parameters: {}, emitters: [], wells: [] };

it('loads the files that are whole, and names file, field, value and rule of the others', async () => {
  const database = await testDatabases[0]!.open();
  const directory = mkdtempSync(join(tmpdir(), 'harmonic-'));
  const templates = createTemplateService(database.connection.db);
  writeFileSync(join(directory, 'good.json'), JSON.stringify(good));
  writeFileSync(join(directory, 'wide.json'), JSON.stringify({ ...good, parameters: { gravity: 99 } }));
  writeFileSync(join(directory, 'torn.json'), '{"version": 3,');
  const problems = await templates.loadDirectory(directory);
  expect(problems).toHaveLength(2);
  expect(problems[0]).toMatch(/^Template torn\.json is left out: .*JSON/);
  expect(problems[1]).toMatch(/^Template wide\.json is left out: parameters\.gravity \(99\): /);
  expect((await templates.list()).map(({ id }) => id)).toEqual(['good']);

  writeFileSync(join(directory, 'good.json'), JSON.stringify({ ...good, name: 'Better' }));
  await templates.loadDirectory(directory);
  expect(await templates.get('good')).toMatchObject({ name: 'Better', document: { parameters: { gravity: 9.81 } } });
  await expect(templates.get('wide')).rejects.toMatchObject({ code: 'not-found' });
  await database.close();
  rmSync(directory, { recursive: true, force: true });
}, 40_000);

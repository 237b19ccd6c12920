import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templateQuerySchema } from '../../../shared/api/universes/template-schemas.ts';
import { isOwnTemplateId, templateCounts } from '../../../shared/api/universes/templates.ts';
import { moveTemplates } from '../../db/repositories/universes/templates.ts';
import { deleteUser } from '../../db/repositories/accounts/users.ts';
import { defaultDocument, documentVersion } from '../../../shared/universe/index.ts';
import { type TestDatabase, testDatabases } from '../../testing/test-databases.ts';
import { createTemplateService } from './template-service.ts';
import { createUserService } from '../accounts/user-service.ts';

const wish = (query: object) => templateQuerySchema.parse(query);

const good = {
  version: documentVersion,
  name: 'Good',
  sentence: 'It loads.',
  category: 'test',
  seed: 1,
  parameters: {},
  emitters: [],
  wells: [],
};

it('loads the valid files, and names file, field, value and rule of the others', async () => {
  const database = await testDatabases[0]!.open();
  const directory = mkdtempSync(join(tmpdir(), 'harmonic-'));
  const templates = createTemplateService(database.connection.db);
  writeFileSync(join(directory, 'good.json'), JSON.stringify(good));
  writeFileSync(join(directory, 'wide.json'), JSON.stringify({ ...good, parameters: { gravity: 99 } }));
  writeFileSync(join(directory, 'torn.json'), `{"version": ${documentVersion},`);
  const problems = await templates.loadDirectory(directory);
  expect(problems).toHaveLength(2);
  expect(problems[0]).toMatch(/^Template torn\.json is left out: .*JSON/);
  expect(problems[1]).toMatch(/^Template wide\.json is left out: parameters\.gravity \(99\): /);
  expect((await templates.page(undefined, wish({}))).templates.map(({ template }) => template.id)).toEqual(['good']);

  writeFileSync(join(directory, 'good.json'), JSON.stringify({ ...good, name: 'Better' }));
  await templates.loadDirectory(directory);
  expect(await templates.get('good')).toMatchObject({ name: 'Better', document: { parameters: { gravity: 9.81 } } });
  await expect(templates.get('wide')).rejects.toMatchObject({ code: 'not-found' });
  await database.close();
  rmSync(directory, { recursive: true, force: true });
});

it('leaves the built-in templates of a later release, and replaces those of the same and of an earlier one', async () => {
  const database = await testDatabases[0]!.open();
  const directory = mkdtempSync(join(tmpdir(), 'harmonic-'));
  let changes = 0;
  const templates = createTemplateService(database.connection.db, database.connection.db, () => (changes += 1));
  const namesAfter = async (revision: number, ...names: string[]) => {
    for (const file of readdirSync(directory)) rmSync(join(directory, file));
    for (const name of names) writeFileSync(join(directory, `${name.toLowerCase()}.json`), JSON.stringify({ ...good, name }));
    await templates.loadDirectory(directory, revision);
    return (await templates.page(undefined, wish({}))).templates.map(({ template }) => template.name);
  };
  // As an earlier version of the server has written them.
  expect(await namesAfter(1, 'First')).toEqual(['First']);
  await database.connection.query('update templates set built_in_revision = null');
  expect(await namesAfter(2, 'Second', 'Third')).toEqual(['Second', 'Third']);
  expect(await namesAfter(1, 'First', 'Second')).toEqual(['Second', 'Third']);
  expect(changes).toBe(2);
  expect(await namesAfter(2, 'Third')).toEqual(['Third']);
  expect(await namesAfter(3, 'Fourth')).toEqual(['Fourth']);
  expect(changes).toBe(4);
  await database.close();
  rmSync(directory, { recursive: true, force: true });
});

describe.each(testDatabases)('on $kind', ({ open }) => {
  let database: TestDatabase;
  let templates: ReturnType<typeof createTemplateService>;
  beforeAll(async () => {
    database = await open();
    templates = createTemplateService(database.connection.db);
  });
  afterAll(() => database.close());

  const newPerson = async () => (await createUserService(database.connection.db).createGuest()).id;
  const content = { name: 'Mine', sentence: 'As I like it.', category: 'calm', isPublic: false, putForward: [] };
  const make = (ownerId: string, more: Partial<typeof content> = {}) =>
    templates.create(ownerId, { ...content, ...more }, { ...defaultDocument(), seed: 7 });
  const walk = async (userId: string | undefined, list: 'mine' | 'public' | 'built-in', limit = '2') => {
    const found: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await templates.page(userId, wish({ list, limit, ...(cursor ? { cursor } : {}) }));
      found.push(...page.templates.map(({ template }) => template.id));
      if (page.next === null) return found;
      cursor = page.next;
    }
  };

  it('lists own and public templates, newest first, each once', async () => {
    const [ann, bob] = [await newPerson(), await newPerson()];
    const made: string[] = [];
    for (let at = 0; at < 5; at += 1) made.unshift((await make(ann, { isPublic: at % 2 === 0 })).id);
    expect(made.every(isOwnTemplateId)).toBe(true);
    expect(await walk(ann, 'mine')).toEqual(made);
    expect(await walk(bob, 'mine')).toEqual([]);
    expect(await walk(undefined, 'mine')).toEqual([]);
    const shown = made.filter((_, at) => at % 2 === 0);
    for (const reader of [ann, bob, undefined]) expect((await walk(reader, 'public')).filter((id) => made.includes(id))).toEqual(shown);
    await expect(templates.page(ann, wish({ list: 'mine', cursor: 'nonsense' }))).rejects.toMatchObject({ code: 'invalid-input' });
    const { next } = await templates.page(ann, wish({ list: 'mine', limit: '1' }));
    await expect(templates.page(ann, wish({ list: 'public', cursor: next! }))).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('lists built-in templates by name across pages, and keeps user templates when built-in ones are reloaded', async () => {
    const mine = await make(await newPerson());
    const directory = mkdtempSync(join(tmpdir(), 'harmonic-'));
    for (const name of ['c', 'a', 'b']) writeFileSync(join(directory, `${name}.json`), JSON.stringify({ ...good, name: `Name ${name}` }));
    writeFileSync(join(directory, 'Tabcdefghijk.json'), JSON.stringify(good));
    expect(await templates.loadDirectory(directory)).toEqual([expect.stringMatching(/^Template Tabcdefghijk\.json is left out: /)]);
    expect(await walk(undefined, 'built-in')).toEqual(['a', 'b', 'c']);
    rmSync(join(directory, 'b.json'));
    await templates.loadDirectory(directory);
    expect(await walk(undefined, 'built-in', '1')).toEqual(['a', 'c']);
    expect(await templates.get(mine.id)).toMatchObject({ name: 'Mine', document: { seed: 7 } });
    rmSync(directory, { recursive: true, force: true });
  });

  it('changes the description, and only those parameters that are named', async () => {
    const { id } = await make(await newPerson());
    const before = await templates.get(id);
    await templates.update(id, { name: 'Better', putForward: ['tempo'] });
    const after = await templates.update(id, { parameters: { tempo: 91, gravity: 3 } });
    expect(after).toMatchObject({ name: 'Better', sentence: before.sentence, putForward: ['tempo'] });
    expect(after.document).toEqual({ ...before.document, parameters: { ...before.document.parameters, tempo: 91, gravity: 3 } });
    expect(await templates.get(id)).toEqual(after);
    await Promise.all([templates.update(id, { parameters: { tempo: 92 } }), templates.update(id, { parameters: { gravity: 4 } })]);
    expect((await templates.get(id)).document.parameters).toMatchObject({ tempo: 92, gravity: 4 });
    await templates.remove(id);
    for (const ask of [() => templates.get(id), () => templates.remove(id), () => templates.update(id, { name: 'X' })]) {
      await expect(ask()).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('reads a template with an older document version', async () => {
    const { id } = await make(await newPerson());
    await database.connection.query(`update templates set document = (document - 'storyboard') || '{"version": 3}' where id = $1`, [id]);
    expect((await templates.get(id)).document).toMatchObject({ version: documentVersion, storyboard: null, seed: 7 });
  });

  it('enforces the maximum number per user under concurrent requests', async () => {
    const ann = await newPerson();
    const most = templateCounts.perPerson.max;
    for (let made = 0; made < most - 2; made += 1) await make(ann);
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => make(ann)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'conflict' });
    }
  });

  it('moves a guest’s templates to their account, and deletes them with the account', async () => {
    const { db } = database.connection;
    const [guest, account] = [await newPerson(), await newPerson()];
    const { id } = await make(guest);
    await moveTemplates(db, guest, account);
    expect(await walk(account, 'mine')).toEqual([id]);
    expect((await templates.allOf(account)).map(({ template, owner }) => [template.id, owner?.id])).toEqual([[id, account]]);
    await deleteUser(db, account);
    await expect(templates.get(id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('rejects values that break a constraint', async () => {
    const { id } = await make(await newPerson());
    const broken = [
      `name = ''`,
      `sentence = ''`,
      `category = ''`,
      `document = '[]'`,
      `owner_id = 'nobody'`,
      `owner_id = null`,
      `id = 'lower'`,
      `put_forward = array_fill('tempo'::text, array[25])`,
    ];
    for (const change of broken) {
      const attempt = database.connection.query(`update templates set ${change} where id = $1`, [id]);
      await expect(attempt, change).rejects.toThrow();
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/database.ts';
import type { ParameterValues } from '../../../shared/parameters/index.ts';
import { applyEdit, defaultDocument, type Edit, editSchema } from '../../../shared/universe/index.ts';
import { documentsOf } from '../../testing/documents-of.ts';
import { type TestDatabase, testDatabases } from '../../testing/test-databases.ts';
import type { JournalEntry } from './journal-writer.ts';
import { createTemplateService } from '../universes/template-service.ts';
import { createUniverseService } from '../universes/universe-service.ts';
import { createServerEvents } from '../../ops/events/server-events.ts';
import { createUserService } from '../accounts/user-service.ts';

describe.each(testDatabases)('on $kind', ({ kind, open }) => {
  let database: TestDatabase;
  let services: ReturnType<typeof servicesOf>;
  let ownerId: string;

  const servicesOf = ({ connection: { db } }: TestDatabase) => {
    const documents = documentsOf(db);
    const templates = createTemplateService(db);
    return {
      documents,
      templates,
      universes: createUniverseService(db, documents, createServerEvents(null)),
      users: createUserService(db),
    };
  };

  beforeAll(async () => {
    database = await open();
    services = servicesOf(database);
    ownerId = (await services.users.createGuest()).id;
    expect(await services.templates.loadDirectory('assets/templates')).toEqual([]);
  });
  afterAll(() => database.close());

  const entry = (sequence: number, edit: Edit): JournalEntry => ({
    sequence,
    tick: sequence,
    userId: ownerId,
    clientId: 'client-one',
    clientSequence: sequence,
    edit,
  });
  const newUniverse = async () => (await services.universes.createFromTemplate(ownerId, await services.templates.get('pulsar'))).id;

  it('stores a document in tables and journal, before and after a checkpoint', async () => {
    const id = await newUniverse();
    const { document, epoch, sequence, stored } = await services.documents.open(id, true);
    expect([epoch, sequence]).toEqual([1, 0]);
    const edits: Edit[] = [
      { kind: 'parameters.set', values: { gravity: 0.1 + 0.2, scale: 'dorian', collisions: true, glowColour: '#010203' } },
      { kind: 'emitter.add', emitter: { ...defaultDocument().emitters[0]!, id: 'added' } },
      { kind: 'emitter.remove', id: document.emitters[0]!.id },
      { kind: 'restart' },
    ];
    const after = edits.reduce(applyEdit, document);
    await services.documents.append(
      id,
      epoch,
      edits.map((edit, index) => entry(index + 1, edit)),
    );
    expect(await services.documents.load(id)).toEqual({ document: after, sequence: 4 });
    await services.documents.checkpoint(id, epoch, { document: after, sequence: 4 }, stored);
    expect(await services.documents.load(id)).toEqual({ document: after, sequence: 4 });
    expect((await services.universes.get(id)).editCount).toBe(4);
  });

  it('writes only the changed parts of a document', async () => {
    const id = await newUniverse();
    const { document, epoch, stored } = await services.documents.open(id, true);
    expect(stored).toEqual(document);
    const edits: Edit[] = [
      { kind: 'parameters.set', values: { tempo: 77 } },
      { kind: 'well.remove', id: document.wells[0]!.id },
      { kind: 'affinities.set', cells: [{ of: 1, towards: 2, value: 0.5 }] },
      { kind: 'parameters.set', values: { gravity: 4, tempo: 78 } },
    ];
    let before = stored;
    let after = document;
    for (const [index, edit] of edits.entries()) {
      after = applyEdit(after, edit, 1);
      await services.documents.checkpoint(id, epoch, { document: after, sequence: index + 1 }, before);
      expect(await services.documents.load(id)).toEqual({ document: after, sequence: index + 1 });
      before = after;
    }
    // Unchanged parts are not written, whatever the tables hold.
    const heavy = { ...after, parameters: { ...after.parameters, gravity: 5 } };
    await services.documents.checkpoint(id, epoch, { document: { ...heavy, seed: 9 }, sequence: 5 }, heavy);
    expect((await services.documents.load(id)).document).toEqual({ ...after, seed: 9 });
  });

  it('advances over played notes without writing the document, and never numbers an edit twice', async () => {
    const id = await newUniverse();
    const { document, epoch } = await services.documents.open(id, true);
    const played: Edit[] = [
      { kind: 'note.press', midi: 60, velocity: 0.5 },
      { kind: 'note.release', midi: 60 },
    ];
    await services.documents.append(
      id,
      epoch,
      played.map((edit, index) => entry(index + 1, edit)),
    );
    await services.documents.pass(id, epoch, 2);
    expect(await services.documents.load(id)).toEqual({ document, sequence: 2 });
    await services.documents.append(id, epoch, [entry(3, { kind: 'parameters.set', values: { gravity: 2 } })]);
    const { document: after, sequence } = await services.documents.load(id);
    expect([after.parameters.gravity, sequence]).toEqual([2, 3]);
  });

  it('writes any group of parameters alone, also where its row is missing', async () => {
    const id = await newUniverse();
    const { epoch, stored, document } = await services.documents.open(id, true);
    const changes: Partial<ParameterValues>[] = [
      { gravity: 0.1 + 0.2, collisions: true },
      { tempo: 77, scale: 'dorian' },
      { volume: -3.25 },
      { glowColour: '#010203' },
    ];
    let before = stored!;
    let after = document;
    for (const [index, values] of changes.entries()) {
      after = applyEdit(after, { kind: 'parameters.set', values }, 1);
      await services.documents.checkpoint(id, epoch, { document: after, sequence: index + 1 }, before);
      expect(await services.documents.load(id)).toEqual({ document: after, sequence: index + 1 });
      before = after;
    }
    await database.connection.query('delete from music_parameters where universe_id = $1', [id]);
    after = applyEdit(after, { kind: 'parameters.set', values: { tempo: 78 } }, 1);
    await services.documents.checkpoint(id, epoch, { document: after, sequence: 5 }, before);
    expect(await services.documents.load(id)).toEqual({ document: after, sequence: 5 });
    // Another run has it now.
    await services.documents.open(id, true);
    const late = applyEdit(after, { kind: 'parameters.set', values: { tempo: 79 } }, 1);
    await services.documents.checkpoint(id, epoch, { document: late, sequence: 6 }, after);
    expect(await services.documents.load(id)).toEqual({ document: after, sequence: 5 });
  });

  it('keeps a document in the history if the last one is far enough before it', async () => {
    const id = await newUniverse();
    const { document, epoch, lastMoment } = await services.documents.open(id, true);
    expect(lastMoment).toBe(0);
    const keep = (sequence: number) => services.documents.keepMoment(id, epoch, { document, sequence }, 500);
    expect([await keep(499), await keep(500), await keep(999), await keep(500)]).toEqual([false, true, false, false]);
    expect((await services.documents.open(id, true)).lastMoment).toBe(500);
  });

  it('rejects writes of a run that another run has replaced', async () => {
    const id = await newUniverse();
    const first = await services.documents.open(id, true);
    const second = await services.documents.open(id, true);
    const edit: Edit = { kind: 'parameters.set', values: { gravity: 3 } };
    await expect(services.documents.append(id, first.epoch, [entry(1, edit)])).rejects.toMatchObject({ code: 'conflict' });
    await services.documents.checkpoint(id, first.epoch, { document: applyEdit(first.document, edit, 1), sequence: 9 }, null);
    expect(await services.documents.load(id)).toEqual({ document: second.document, sequence: 0 });
    await services.documents.append(id, second.epoch, [entry(1, edit)]);
    expect((await services.documents.load(id)).document.parameters.gravity).toBe(3);
  });

  it('stores no document in the history for a run that another run has replaced', async () => {
    const id = await newUniverse();
    const first = await services.documents.open(id, true);
    const second = await services.documents.open(id, true);
    const ahead = { document: applyEdit(first.document, { kind: 'parameters.set', values: { gravity: 3 } }, 1), sequence: 1000 };
    const history = async () =>
      (await database.connection.query('select sequence from moments where universe_id = $1 order by sequence', [id])).rows;
    expect(await services.documents.keepMoment(id, first.epoch, ahead, 500)).toBe(false);
    expect(await history()).toEqual([{ sequence: 0 }]);
    expect(await services.documents.keepMoment(id, second.epoch, ahead, 500)).toBe(true);
    expect(await history()).toEqual([{ sequence: 0 }, { sequence: 1000 }]);
  });

  it('never stores a sequence, or a sequence of a client, twice', async () => {
    const id = await newUniverse();
    const { epoch } = await services.documents.open(id, true);
    const edit: Edit = { kind: 'restart' };
    await services.documents.append(id, epoch, [entry(1, edit)]);
    await expect(services.documents.append(id, epoch, [entry(1, edit)])).rejects.toThrow();
    await expect(services.documents.append(id, epoch, [{ ...entry(2, edit), clientSequence: 1 }])).rejects.toThrow();
    expect(await services.documents.clientSequences(id, ['client-one', 'client-two'])).toEqual([
      { clientId: 'client-one', clientSequence: 1 },
    ]);
    expect((await services.universes.get(id)).editCount).toBe(1);
  });

  it('has the ranges of the registry as constraints of the tables', async () => {
    const id = await newUniverse();
    const set = (column: string, value: string) =>
      database.connection.query(`update physics_parameters set ${column} = ${value} where universe_id = $1`, [id]);
    await expect(set('gravity', '20.5')).rejects.toThrow(/physics_gravity_check/);
    await expect(set('gravity', "'NaN'")).rejects.toThrow(/physics_gravity_check/);
    await set('gravity', '20');
  });

  it('rejects a choice that the registry does not have, in an edit and in a row', async () => {
    const id = await newUniverse();
    const edit = { kind: 'parameters.set', values: { bounds: 'bubble' } };
    expect(editSchema.safeParse(edit).error?.issues).toMatchObject([{ path: ['values', 'bounds'] }]);
    // Choices are only listed in the registry, not in the tables.
    await database.connection.query(`update physics_parameters set bounds = 'bubble' where universe_id = $1`, [id]);
    await expect(services.documents.load(id)).rejects.toMatchObject({
      code: 'internal-error',
      issues: [{ path: 'parameters.bounds', value: 'bubble' }],
    });
  });

  it('names the field of a damaged row', async () => {
    const id = await newUniverse();
    await database.connection.query('update emitters set id = $2 where universe_id = $1 and position = 0', [id, 'NOT AN ID']);
    await expect(services.documents.load(id)).rejects.toMatchObject({
      code: 'internal-error',
      issues: [{ path: 'emitters.0.id', value: 'NOT AN ID' }],
    });
  });

  it('remixes the present state of a universe, and records its source', async () => {
    const id = await newUniverse();
    const { epoch } = await services.documents.open(id, true);
    await services.documents.append(id, epoch, [entry(1, { kind: 'parameters.set', values: { tempo: 99 } })]);
    const fork = await services.universes.fork(ownerId, await services.universes.get(id));
    expect(fork).toMatchObject({ name: 'Remix of Pulsar', forkedFromId: id, templateId: 'pulsar' });
    expect((await services.documents.load(fork.id)).document.parameters.tempo).toBe(99);
  });

  it('reports a missing universe', async () => {
    await expect(services.documents.open('nowhere', true)).rejects.toMatchObject({ code: 'not-found' });
    await expect(services.universes.get('nowhere')).rejects.toMatchObject({ code: 'not-found' });
  });

  // Only one process can open the embedded database (server/db/data-directory/directory-lock.test.ts).
  it.runIf(kind === 'postgresql')('is migrated to the present schema by several processes at once', async () => {
    await database.connection.query('create database empty');
    const url = new URL(database.url!);
    url.pathname = '/empty';
    const connections = await Promise.all([1, 2, 3].map(() => openDatabase({ databaseUrl: url.href, dataDirectory: '' })));
    const counts = await Promise.all(connections.map(({ query }) => query('select count(*)::int as count from universes')));
    expect(counts.map(({ rows }) => rows)).toEqual([[{ count: 0 }], [{ count: 0 }], [{ count: 0 }]]);
    await Promise.all(connections.map((connection) => connection.close()));
  });
});

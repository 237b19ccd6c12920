import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RouteResponse, routes, type UniverseDetail } from '../../../shared/api/contract/contract.ts';
import type { ErrorBody } from '../../../shared/api/errors.ts';
import type { UniverseFile } from '../../../shared/api/universes/universe-schemas.ts';
import { defaultParameters, fieldDefaults } from '../../../shared/parameters/index.ts';
import { documentVersion, emitterFields, indifference, wellFields } from '../../../shared/universe/index.ts';
import { createGuest, createVisitor, startTestServer, type TestServer, type Visitor } from '../../testing/test-server.ts';

let server: TestServer;
let ann: Visitor;
let bob: Visitor;

beforeAll(async () => {
  server = await startTestServer();
  ann = await createGuest(server.url);
  bob = await createGuest(server.url);
});
afterAll(() => server.stop());

const create = async (visitor: Visitor, body: object) => (await visitor.call<UniverseDetail>('POST', '/api/v1/universes', body)).body;
const bring = <T = UniverseDetail>(visitor: Visitor, file: unknown) => visitor.call<T>('POST', '/api/v1/universes/import', file);
const take = async (visitor: Visitor, id: string) => (await visitor.call<UniverseFile>('GET', `/api/v1/universes/${id}/export`)).body;
const dateless = (file: UniverseFile): UniverseFile => ({ ...file, exportedAt: undefined });

describe('an empty universe', () => {
  it('has one emitter, a limit of 100 000 particles, the defaults, and a random seed', async () => {
    const made = [await create(ann, { empty: true }), await create(ann, { empty: true, name: 'Mine' })];
    for (const universe of made) routes.createUniverse.response.parse(universe);
    const [first, second] = made.map(({ document }) => document);
    expect(first).toMatchObject({ parameters: defaultParameters, wells: [] });
    expect([first!.emitters.length, first!.parameters.particleCount]).toEqual([1, 100_000]);
    expect(first!.seed).not.toBe(second!.seed);
    expect(made.map(({ name }) => name)).toEqual(['Untitled universe', 'Mine']);
  });

  it('is not listed until it is changed', async () => {
    const { id } = await create(ann, { empty: true });
    const mine = async () => (await ann.call<RouteResponse<'listUniverses'>>('GET', '/api/v1/universes?list=mine')).body.universes;
    expect((await mine()).map((universe) => universe.id)).not.toContain(id);
    await ann.call('PATCH', `/api/v1/universes/${id}`, { name: 'Something' });
    expect((await mine()).map((universe) => universe.id)).toContain(id);
  });
});

describe('files', () => {
  it('of a newer version are rejected with that reason alone', async () => {
    const { id } = await create(ann, { templateId: 'pulsar' });
    const file = await take(ann, id);
    const newer = [
      { ...file, version: 9, surprise: true },
      { ...file, document: { ...file.document, version: 99, parameters: {} } },
    ];
    const answers = await Promise.all(newer.map((body) => bring<ErrorBody>(bob, body)));
    expect(answers.map(({ body }) => body.error.issues)).toEqual([
      [
        {
          path: 'version',
          rule: 'was made by a newer version of Harmonic Universe (format 9, this one reads up to 1)',
          reason: 'newer-format',
          params: { version: 9, latest: 1 },
          value: 9,
        },
      ],
      [
        {
          path: 'document.version',
          rule: `was made by a newer version of Harmonic Universe (format 99, this one reads up to ${documentVersion})`,
          reason: 'newer-format',
          params: { version: 99, latest: documentVersion },
          value: 99,
        },
      ],
    ]);
  });

  it('are exported for users who may see the universe, with a file name, and are imported unchanged', async () => {
    const { id } = await create(ann, { templateId: 'living-garden', name: 'Gärten / 2' });
    await ann.call('PATCH', `/api/v1/universes/${id}`, { description: 'Green.', tags: ['slow', 'leaves'] });
    const answer = await createVisitor(server.url).call<UniverseFile>('GET', `/api/v1/universes/${id}/export`);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename=".*"; filename\*=UTF-8''G%C3%A4rten-2.universe.json$/);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(routes.exportUniverse.response.parse(answer.body)).toEqual(answer.body);
    const brought = await bring(bob, answer.body);
    expect(brought.status).toBe(201);
    expect(routes.importUniverse.response.parse(brought.body)).toMatchObject({ isMine: true, forkedFrom: null, templateId: null });
    expect(dateless(await take(bob, brought.body.id))).toEqual(dateless(answer.body));
    const mine = (await bob.call<RouteResponse<'listUniverses'>>('GET', '/api/v1/universes?list=mine')).body.universes;
    expect(mine.map((universe) => universe.id)).toContain(brought.body.id);
    await ann.call('PATCH', `/api/v1/universes/${id}`, { isPublic: false });
    expect((await bob.call('GET', `/api/v1/universes/${id}/export`)).status).toBe(404);
  });

  it('may hold a document of any earlier version', async () => {
    const { document, ...about } = dateless(await take(ann, (await create(ann, { templateId: 'pulsar' })).id));
    const parameters = { ...document.parameters, customScale: undefined };
    const first = { version: 1, seed: 5, parameters, emitters: [{ id: 'one', x: 3 }], wells: [{ id: 'two', y: 4 }] };
    const brought = await bring(ann, { ...about, document: first });
    expect(brought.status).toBe(201);
    expect(brought.body.document).toEqual({
      version: document.version,
      seed: 5,
      parameters: { ...document.parameters, customScale: defaultParameters.customScale },
      emitters: [{ id: 'one', ...fieldDefaults(emitterFields), x: 3 }],
      wells: [{ id: 'two', ...fieldDefaults(wellFields), y: 4 }],
      affinities: indifference(),
      storyboard: null,
    });
  });

  it('are rejected with path, rule and value of every error', async () => {
    const file = await take(ann, (await create(ann, { empty: true })).id);
    const { document } = file;
    const [emitter] = document.emitters;
    for (const [bad, path, value] of [
      [{ ...file, format: 'other' }, 'format', 'other'],
      [{ ...file, version: 2 }, 'version', 2],
      [{ ...file, extra: 1 }, 'extra', 1],
      [{ ...file, name: '' }, 'name', ''],
      [{ ...file, tags: ['a', 'a'] }, 'tags', null],
      [{ ...file, document: null }, 'document', null],
      [{ ...file, document: { ...document, version: documentVersion + 1 } }, 'document.version', documentVersion + 1],
      [{ ...file, document: { ...document, version: 0 } }, 'document.version', 0],
      [{ ...file, document: { ...document, parameters: { ...document.parameters, gravity: 99 } } }, 'document.parameters.gravity', 99],
      [{ ...file, document: { ...document, emitters: [{ ...emitter, shape: 'cube' }] } }, 'document.emitters.0.shape', 'cube'],
      [{ ...file, document: { ...document, emitters: [emitter, emitter] } }, 'document.emitters', null],
    ] as const) {
      const answer = await bring<ErrorBody>(ann, bad);
      expect([path, answer.status, answer.body.error?.code]).toEqual([path, 400, 'invalid-input']);
      expect(answer.body.error.issues).toContainEqual(
        expect.objectContaining({ path, rule: expect.any(String), reason: expect.any(String), value }),
      );
    }
  });

  it('may be larger than other bodies, up to 2 MiB', async () => {
    const file = await take(ann, (await create(ann, { empty: true })).id);
    const padded = (length: number) => JSON.stringify(file) + ' '.repeat(length);
    expect((await bring(bob, padded(1_500_000))).status).toBe(201);
    const answer = await bring<ErrorBody>(bob, padded(2_100_000));
    expect([answer.status, answer.body.error.code]).toEqual([413, 'body-too-large']);
  });
});

describe('lineage', () => {
  it('is shown only to users who may see the source', async () => {
    const source = await create(ann, { templateId: 'pulsar', name: 'The first' });
    const { id } = await create(bob, { forkOf: source.id });
    const lineage = async (visitor: Visitor) => (await visitor.call<UniverseDetail>('GET', `/api/v1/universes/${id}`)).body.forkedFrom;
    expect(await lineage(createVisitor(server.url))).toEqual({ id: source.id, name: 'The first', owner: source.owner });
    await ann.call('PATCH', `/api/v1/universes/${source.id}`, { isPublic: false });
    expect(await lineage(bob)).toBeNull();
    expect(await lineage(ann)).toMatchObject({ id: source.id });
    await ann.call('DELETE', `/api/v1/universes/${source.id}`);
    expect(await lineage(ann)).toBeNull();
  });
});

it('rejects bodies that are nested too deep, with the limit', async () => {
  const nested = (levels: number) => `{"name":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
  const patch = (body: string) => ann.call<ErrorBody>('PATCH', '/api/v1/me', body);
  expect((await patch(nested(24))).body.error.code).toBe('invalid-input');
  for (const levels of [25, 20_000]) {
    const answer = await patch(nested(levels));
    expect([answer.status, answer.body.error]).toEqual([
      400,
      {
        code: 'malformed-body',
        message: 'The body is nested more than 24 levels deep.',
        reason: 'body-too-deep',
        params: { max: 24 },
        issues: [{ path: '', rule: 'must be nested at most 24 levels deep', reason: 'body-depth', params: { max: 24 }, value: null }],
      },
    ]);
  }
});

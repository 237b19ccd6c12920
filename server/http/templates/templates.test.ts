import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RouteName, type RouteResponse, routes } from '../../../shared/api/contract/contract.ts';
import { type TemplateAction, templateActions, type TemplateRole } from '../../auth/policy.ts';
import { filled, password, startWorld, type World } from '../../testing/world.ts';
import type { TestServer, Visitor } from '../../testing/test-server.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  ({ server, world } = await startWorld('<!doctype html>page'));
});
afterAll(() => server.stop());

const list = async (visitor: Visitor, query = '') =>
  (await visitor.call<RouteResponse<'listTemplates'>>('GET', `${routes.listTemplates.path}${query}`)).body.templates;
const outcome = ({ status, body }: { status: number; body: unknown }) =>
  status < 300 ? 'done' : (body as { error: { code: string } }).error.code;

/** A route for each action, and whether it makes a stranger a guest. */
const surfaces: Readonly<Record<TemplateAction, { name: RouteName; body?: (id: string) => object; isOpen?: true }>> = {
  'template.read': { name: 'getTemplate', isOpen: true },
  'template.use': { name: 'createUniverse', body: (templateId) => ({ templateId }) },
  'template.update': { name: 'updateTemplate', body: () => ({ name: 'Another' }) },
  'template.delete': { name: 'deleteTemplate' },
};
const allowed: Readonly<Record<TemplateRole, readonly TemplateAction[]>> = {
  author: templateActions,
  reader: ['template.read', 'template.use'],
};

describe.each<[string, { isPublic: boolean; isBuiltIn?: true }, (author: Visitor) => Promise<Visitor> | Visitor, TemplateRole | null]>([
  ['the author, private template', { isPublic: false }, (author) => author, 'author'],
  ['a guest, private template', { isPublic: false }, () => world.guest(), null],
  ['a stranger, private template', { isPublic: false }, () => world.stranger(), null],
  ['the author, public template', { isPublic: true }, (author) => author, 'author'],
  ['a guest, public template', { isPublic: true }, () => world.guest(), 'reader'],
  ['a stranger, public template', { isPublic: true }, () => world.stranger(), 'reader'],
  ['a guest, built-in template', { isPublic: true, isBuiltIn: true }, () => world.guest(), 'reader'],
])('%s', (_who, { isPublic, isBuiltIn }, arrive, role) => {
  it.each(templateActions)('gets what the policy says for %s', async (action) => {
    const author = await world.guest();
    const id = isBuiltIn ? 'pulsar' : (await world.template(author, { isPublic })).id;
    const visitor = await arrive(author);
    const { name, body } = surfaces[action];
    const answer = await visitor.call(routes[name].method, filled(name, { id }), body?.(id));
    expect(outcome(answer)).toBe(role === null ? 'not-found' : allowed[role].includes(action) ? 'done' : 'not-allowed');
  });

  it('finds it in lists and as a page if allowed', async () => {
    const author = await world.guest();
    const id = isBuiltIn ? 'pulsar' : (await world.template(author, { isPublic })).id;
    const visitor = await arrive(author);
    const has = async (query: string) => (await list(visitor, query)).some((template) => template.id === id);
    expect(await has('?list=mine')).toBe(role === 'author');
    expect(await has('?list=public')).toBe(isPublic && !isBuiltIn);
    expect(await has('')).toBe(isBuiltIn === true);
    expect((await visitor.call('GET', `/templates/${id}/edit`)).status).toBe(role === 'author' ? 200 : 404);
  });
});

it('copies the document of a universe, is copied into new universes, and can be deleted without changing them', async () => {
  const ann = await world.guest();
  const source = await world.universe(ann, { templateId: 'murmuration' });
  await world.call(ann, 'updateParameters', { id: source.id, group: 'music' }, { tempo: 77 });
  const { document } = await world.call(ann, 'getUniverse', { id: source.id });
  const template = await world.template(ann, { universeId: source.id, putForward: ['tempo', 'gravity'], isPublic: true });
  expect(template).toMatchObject({ document, isMine: true, isPublic: true, putForward: ['tempo', 'gravity'], thumbnail: null });
  await world.call(ann, 'updateTemplate', { id: template.id }, { parameters: { gravity: 2 } });
  await world.call(ann, 'updateParameters', { id: source.id, group: 'music' }, { tempo: 99 });

  const bob = await world.guest();
  const made = await world.universe(bob, { templateId: template.id });
  expect(made).toMatchObject({ name: 'Mine', description: 'As I like it.', templateId: template.id, putForward: ['tempo', 'gravity'] });
  expect(made.document).toEqual({ ...document, parameters: { ...document.parameters, gravity: 2 } });
  await world.call(ann, 'deleteTemplate', { id: template.id });
  expect(await world.call(bob, 'getUniverse', { id: made.id })).toMatchObject({
    putForward: ['tempo', 'gravity'],
    document: made.document,
  });
  const remix = await world.universe(bob, { forkOf: made.id });
  expect(remix.putForward).toEqual(['tempo', 'gravity']);
  const file = await world.call(bob, 'exportUniverse', { id: made.id });
  expect((await world.call(bob, 'importUniverse', {}, file)).putForward).toEqual(['tempo', 'gravity']);
});

it('can be made only from a universe that the user may see, and is named only to the owner of a universe made from it', async () => {
  const [ann, bob] = [await world.guest(), await world.guest()];
  const hidden = await world.universe(ann);
  await world.call(ann, 'updateUniverse', { id: hidden.id }, { isPublic: false });
  const words = { name: 'Mine', sentence: 'As I like it.', category: 'calm', universeId: hidden.id };
  expect(outcome(await bob.call('POST', routes.createTemplate.path, words))).toBe('not-found');
  const own = await world.template(ann, { universeId: hidden.id });
  const shown = await world.universe(ann, { templateId: own.id });
  expect(shown.templateId).toBe(own.id);
  expect((await world.call(bob, 'getUniverse', { id: shown.id })).templateId).toBeNull();
});

it('moves to the account of a guest, is exported, and is deleted with the account', async () => {
  const { visitor, email } = await world.member();
  const guest = await world.guest();
  const { id } = await world.template(guest, { isPublic: true });
  await world.call(guest, 'signIn', {}, { email, password });
  expect((await list(visitor, '?list=mine')).map((template) => template.id)).toEqual([id]);
  const { templates } = await world.call(visitor, 'exportMe');
  expect(templates).toEqual([await world.call(visitor, 'getTemplate', { id })]);
  await world.call(visitor, 'deleteMe', {}, { password });
  expect(outcome(await (await world.guest()).call('GET', filled('getTemplate', { id })))).toBe('not-found');
});

it.each([
  ['an empty name', { name: ' ' }],
  ['an unknown parameter', { putForward: ['nothing'] }],
  ['the same parameter twice', { putForward: ['tempo', 'tempo'] }],
  ['an unknown field', { document: {} }],
])('rejects %s', async (_what, spoilt) => {
  const ann = await world.guest();
  const words = { name: 'Mine', sentence: 'As I like it.', category: 'calm', universeId: (await world.universe(ann)).id };
  expect(outcome(await ann.call('POST', routes.createTemplate.path, { ...words, ...spoilt }))).toBe('invalid-input');
  const { id } = await world.template(ann);
  expect(outcome(await ann.call('PATCH', filled('updateTemplate', { id }), spoilt))).toBe('invalid-input');
});

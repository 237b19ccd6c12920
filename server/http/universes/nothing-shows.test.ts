import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RouteName, type RouteResponse, routes } from '../../../shared/api/contract/contract.ts';
import { type UniverseList, universeLists } from '../../../shared/api/universes/lists.ts';
import { templateLists } from '../../../shared/api/universes/templates.ts';
import { thumbnailVersionLetters } from '../../../shared/api/universes/thumbnail.ts';
import { parameterGroups } from '../../../shared/parameters/index.ts';
import { comparableHeaders } from '../../testing/comparable-headers.ts';
import { thumbnailJpeg } from '../../testing/thumbnail-jpeg.ts';
import { startWorld, filled, type World } from '../../testing/world.ts';
import { type TestServer, type Visitor } from '../../testing/test-server.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  ({ server, world } = await startWorld('<!doctype html><head></head>page'));
});
afterAll(() => server.stop());

/** Prepares a visitor's view: public universes, own ones, and those shared with them. */
async function furnish() {
  const [visitor, other] = [await world.guest(), await world.guest()];
  const shown: string[] = [];
  for (const [at, owner] of [visitor, other, other, visitor, other].entries()) {
    const { id } = await world.universe(owner, { templateId: 'pulsar', name: `Common words ${at}` });
    await world.call(owner, 'updateUniverse', { id }, { tags: ['common'], description: 'Seen by all.' });
    await world.call(visitor, 'addFavourite', { id });
    shown.push(id);
  }
  await world.call(other, 'updateUniverse', { id: shown[1]! }, { isPublic: false });
  await world.bring(other, shown[1]!, visitor, 'viewer');
  await world.storyboard(visitor, shown[0]!);
  await world.template(visitor, { universeId: shown[0]! });
  await world.template(other, { universeId: shown[2]!, isPublic: true });
  await world.call(visitor, 'writeNote', { id: shown[1]! }, { text: 'Seen by me.' });
  for (const id of [shown[0]!, shown[3]!]) await world.call(visitor, 'putThumbnail', { id }, thumbnailJpeg());
  return { visitor, other, shown };
}

/** Adds everything that must stay hidden from the visitor: private, deleted or personal things of others. */
async function hide({ visitor, other, shown }: Awaited<ReturnType<typeof furnish>>): Promise<string[]> {
  const third = await world.guest();
  const made: string[] = [];
  for (const owner of [other, third, other]) {
    const { id } = await world.universe(owner, { templateId: 'pulsar', name: 'Common words of others' });
    await world.call(owner, 'updateUniverse', { id }, { tags: ['common'], description: 'Seen by all.', isPublic: false });
    await world.storyboard(owner, id);
    await world.call(owner, 'putThumbnail', { id }, thumbnailJpeg({ samples: [4, 5, 6] }));
    await world.bring(owner, id, await world.guest(), 'editor');
    await world.call(owner, 'addFavourite', { id });
    await world.call(owner, 'writeComment', { id }, { text: 'Nobody else reads this.' });
    made.push(id);
  }
  // Templates that only their authors may see, one of them of a public universe.
  const kept = [await world.template(other, { universeId: shown[2]! }), await world.template(third, { universeId: made[1]! })];
  const begun = await world.universe(third, { templateId: kept[1]!.id });
  await world.call(third, 'updateUniverse', { id: begun.id }, { isPublic: false, name: 'Common words' });
  const thrown = await world.universe(other, { forkOf: shown[2]! });
  await world.call(other, 'deleteUniverse', { id: thrown.id });
  // A private remix of the visitor's universe.
  const remix = await world.universe(third, { forkOf: shown[0]! });
  await world.call(third, 'updateUniverse', { id: remix.id }, { isPublic: false, name: 'Common words' });
  await world.invitation(other, shown[1]!);
  // Private notes of others, also of the owner.
  for (const by of [third, other]) await world.call(by, 'writeNote', { id: shown[2]! }, { text: 'Nobody else reads this.' });
  await world.member();
  // A universe that removed the visitor again: nothing of it is theirs any more.
  await world.call(other, 'invite', { id: made[0]! }, { role: 'viewer', days: 1 });
  const visitorId = await world.bring(other, made[0]!, visitor, 'viewer');
  await world.call(other, 'removeCollaborator', { id: made[0]!, userId: visitorId });
  return [...made, thrown.id, remix.id, begun.id, ...kept.map(({ id }) => id)];
}

/** Every path that a visitor can read. */
function addresses(shown: readonly string[], unseen: readonly string[]): string[] {
  const searches = universeLists.flatMap((list) =>
    ['', '&q=common+words', '&tag=common', '&q=of+others', '&key=E', '&tempoMin=100&limit=2', '&limit=1'].map(
      (more) => `?list=${list}${more}`,
    ),
  );
  const about: RouteName[] = [
    'getTemplate',
    'getUniverse',
    'listCollaborators',
    'listInvitations',
    'listHistory',
    'listVersions',
    'listStoryboards',
    'listComments',
    'listReviews',
    'getThumbnail',
    'getNote',
  ];
  const ofUniverses = [...shown, ...unseen].flatMap((id) => [
    ...about.map((name) => filled(name, { id })),
    ...parameterGroups.map((group) => filled('getParameters', { id, group })),
    filled('getStoryboard', { id, storyboardId: 'nothing' }),
    filled('listStoryboardVersions', { id, storyboardId: 'nothing' }),
    `${filled('getThumbnail', { id })}?v=${'a'.repeat(thumbnailVersionLetters)}`,
    `/u/${id}`,
    `/u/${id}/watch`,
    `/embed/${id}`,
    `/templates/${id}/edit`,
    `/oembed?url=${encodeURIComponent(`${server.url}/u/${id}`)}`,
  ]);
  return [
    ...searches.map((search) => routes.listUniverses.path + search),
    ...ofUniverses,
    filled('listTrash'),
    filled('getMe'),
    ...templateLists.map((list) => `${filled('listTemplates')}?list=${list}`),
    filled('listSignInMethods'),
  ];
}

/** Returns the answer byte for byte, without headers that depend on the time. */
async function look(visitor: Visitor, path: string): Promise<string> {
  const { status, headers, body } = await visitor.call('GET', path);
  const told = comparableHeaders(headers, ['set-cookie', 'keep-alive']);
  return JSON.stringify([status, told, body instanceof Uint8Array ? [...body] : body]);
}

/** Returns all pages of a list, each with its cursor. */
async function walk(visitor: Visitor, list: UniverseList): Promise<string[]> {
  const pages: string[] = [];
  let search = `?list=${list}&q=common&limit=1`;
  for (;;) {
    const path = routes.listUniverses.path + search;
    pages.push(await look(visitor, path));
    const { next } = (await visitor.call<RouteResponse<'listUniverses'>>('GET', path)).body;
    if (next === null) return pages;
    search = `?list=${list}&q=common&limit=1&cursor=${next}`;
  }
}

it('answers the same, byte for byte, whatever exists that the caller may not see', async () => {
  const furnished = await furnish();
  const { visitor, shown } = furnished;
  const stranger = world.stranger();
  const never = 'neverThere';
  // These would make a guest of the stranger.
  const makesGuest = (path: string) => /(\/me|\/universes\/\w+\/(people|invitations|history|versions))$/.test(path);
  const see = async (path: string) => [await look(visitor, path), makesGuest(path) ? '' : await look(stranger, path)];
  const paths = addresses(shown, [never]);
  const before = new Map<string, string[]>();
  for (const path of paths) before.set(path, await see(path));
  const pages = [await walk(visitor, 'favourites'), await walk(stranger, 'recent')];
  expect(pages.map(({ length }) => length)).toEqual([5, 4]);

  const unseen = await hide(furnished);
  for (const path of paths) expect([path, ...(await see(path))]).toEqual([path, ...before.get(path)!]);
  expect([await walk(visitor, 'favourites'), await walk(stranger, 'recent')]).toEqual(pages);
  // A hidden universe is answered like one that does not exist.
  for (const path of addresses([], unseen)) {
    const id = unseen.find((hidden) => path.includes(hidden));
    if (id) expect([path, ...(await see(path))]).toEqual([path, ...before.get(path.replace(id, never))!]);
  }
  expect(stranger.cookie).toBe('');
});

import { describe, expect, it } from 'vitest';
import { type Action, authorize, type Guarded, mayDo, type Role, roleOf } from './policy.ts';

const open: Guarded = { ownerId: 'ann', isPublic: true, linkRole: 'editor' };
const viewed: Guarded = { ...open, linkRole: 'viewer' };
const hidden: Guarded = { ...open, isPublic: false };

describe('roleOf', () => {
  it.each<[string | null, Guarded, Role | null]>([
    ['ann', open, 'owner'],
    ['ann', hidden, 'owner'],
    ['bob', open, 'editor'],
    ['bob', viewed, 'viewer'],
    ['bob', hidden, null],
    [null, open, 'anonymous'],
    [null, hidden, null],
  ])('%s', (user, universe, role) => {
    expect(roleOf(user, universe)).toBe(role);
  });
});

describe('mayDo', () => {
  const table: Record<Role, readonly Action[]> = {
    owner: ['universe.read', 'universe.fork', 'universe.update', 'room.join', 'room.edit', 'room.transport', 'room.point', 'room.rename'],
    editor: ['universe.read', 'universe.fork', 'room.join', 'room.edit', 'room.transport', 'room.point', 'room.rename'],
    viewer: ['universe.read', 'universe.fork', 'room.join', 'room.point', 'room.rename'],
    spectator: ['universe.read', 'universe.fork', 'room.join', 'room.rename'],
    anonymous: ['universe.read'],
  };
  it.each(Object.keys(table) as Role[])('allows %s what the table says and nothing else', (role) => {
    for (const action of table.owner) expect([action, mayDo(role, action)]).toEqual([action, table[role].includes(action)]);
  });
  it('denies everything to whom the universe does not exist for', () => {
    for (const action of table.owner) expect(mayDo(null, action)).toBe(false);
  });
});

it('says not found for what one may not know of, and not allowed for what one may only look at', () => {
  expect(() => authorize('bob', hidden, 'universe.read')).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect(() => authorize('bob', viewed, 'room.edit')).toThrow(expect.objectContaining({ code: 'not-allowed' }));
  expect(authorize('bob', open, 'room.edit')).toBe('editor');
});

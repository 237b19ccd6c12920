import { describe, expect, it } from 'vitest';
import {
  type Action,
  actions,
  authorize,
  authorizeComment,
  authorizeAccount,
  authorizeRemoval,
  authorizeServer,
  authorizeTemplate,
  type Guarded,
  mayChangeTemplate,
  mayDo,
  type AccountAction,
  type Role,
  roleOf,
  roles,
  serverActions,
  templateActions,
  templateRoleOf,
} from './policy.ts';

const open: Guarded = { ownerId: 'ann', isPublic: true, linkRole: 'editor', collaborators: {}, deletedAt: null };
const viewed: Guarded = { ...open, linkRole: 'viewer' };
const hidden: Guarded = { ...open, isPublic: false };
const shared: Guarded = { ...hidden, collaborators: { bob: 'viewer', eve: 'editor' } };
const trashed: Guarded = { ...shared, isPublic: true, deletedAt: new Date() };

describe('roleOf', () => {
  it.each<[string | null, Guarded, Role | null]>([
    ['ann', open, 'owner'],
    ['ann', hidden, 'owner'],
    ['bob', open, 'editor'],
    ['bob', viewed, 'viewer'],
    ['bob', hidden, null],
    [null, open, 'anonymous'],
    [null, hidden, null],
    ['bob', shared, 'viewer'],
    ['eve', shared, 'editor'],
    ['joe', shared, null],
    [null, shared, null],
    ['bob', { ...shared, isPublic: true }, 'editor'],
    ['eve', { ...shared, isPublic: true, linkRole: 'viewer' }, 'editor'],
    ['joe', { ...shared, isPublic: true, linkRole: 'viewer' }, 'viewer'],
    ['toString', shared, null],
    ['ann', trashed, 'trashOwner'],
    ['eve', trashed, 'trashCollaborator'],
    ['bob', trashed, 'trashCollaborator'],
    ['joe', trashed, null],
    [null, trashed, null],
  ])('%s', (user, universe, role) => {
    expect(roleOf(user, universe)).toBe(role);
  });
});

describe('mayDo', () => {
  const read: Action[] = ['universe.read', 'universe.export', 'room.watch', 'storyboard.read', 'comment.read', 'review.read'];
  const look: Action[] = [...read, 'universe.fork', 'note.write', 'room.join', 'room.rename', 'room.attend', 'room.follow', 'room.react'];
  const inside: Action[] = [...look, 'room.point', 'room.chat', 'collaborators.read', 'comment.write', 'history.read'];
  const play: Action[] = [
    ...inside,
    'room.edit',
    'room.transport',
    'storyboard.change',
    'thumbnail.change',
    'comment.resolve',
    'room.promote',
    'history.change',
  ];
  const keep: Action[] = [
    'universe.update',
    'universe.delete',
    'universe.transfer',
    'collaborators.change',
    'invitations.read',
    'invitations.change',
    'comment.moderate',
    'room.moderate',
    'room.present',
  ];
  const table: Record<Role, readonly Action[]> = {
    owner: [...play, ...keep],
    editor: [...play, 'collaborators.leave', 'review.write'],
    viewer: [...inside, 'collaborators.leave', 'review.write'],
    spectator: look,
    anonymous: read,
    trashOwner: ['universe.restore'],
    trashCollaborator: ['universe.fork', 'collaborators.leave'],
  };
  it.each(roles)('allows %s exactly the actions of the table', (role) => {
    expect(actions.filter((action) => mayDo(role, action)).toSorted()).toEqual(table[role].toSorted());
  });
  it('denies everything without a role', () => {
    for (const action of actions) expect(mayDo(null, action)).toBe(false);
  });
});

it('throws not-found for a hidden universe, and not-allowed for a visible one', () => {
  expect(() => authorize('bob', hidden, 'universe.read')).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect(() => authorize('bob', viewed, 'room.edit')).toThrow(expect.objectContaining({ code: 'not-allowed' }));
  expect(authorize('bob', open, 'room.edit')).toBe('editor');
  expect(() => authorize('ann', trashed, 'universe.read')).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect(authorize('ann', trashed, 'universe.restore')).toBe('trashOwner');
});

it('lets users change their own comments, and those of others only as their role allows', () => {
  const universe: Guarded = { ...shared, isPublic: true, linkRole: 'viewer' };
  for (const [user, author, others, code] of [
    ['bob', 'bob', null, null],
    ['joe', 'joe', 'comment.resolve', null],
    ['eve', 'bob', 'comment.resolve', null],
    ['bob', 'eve', 'comment.resolve', 'not-allowed'],
    ['eve', 'bob', 'comment.moderate', 'not-allowed'],
    ['ann', 'bob', 'comment.moderate', null],
    ['ann', 'bob', null, 'not-allowed'],
    [null, null, null, 'not-allowed'],
  ] as const) {
    const attempt = () => authorizeComment(user, universe, author, others);
    if (code === null) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(expect.objectContaining({ code }));
  }
  expect(() => authorizeComment('joe', shared, 'joe', null)).toThrow(expect.objectContaining({ code: 'not-found' }));
});

it('lets users delete their own content in any universe, and no one else’s', () => {
  for (const universe of [hidden, trashed]) {
    expect(() => authorizeRemoval('joe', universe, true, 'review.write')).not.toThrow();
    for (const who of ['joe', null]) {
      const attempt = () => authorizeRemoval(who, universe, who === null, 'review.write');
      expect(attempt).toThrow(expect.objectContaining({ code: 'not-found' }));
    }
  }
});

it('tells a collaborator that a deleted universe can still be copied', () => {
  expect(() => authorize('eve', trashed, 'room.join')).toThrow('In your settings you can take a copy of it for a while.');
});

it('allows a subject exactly the actions of their account status', () => {
  const ownData: AccountAction[] = [
    'account.read',
    'account.update',
    'account.export',
    'account.delete',
    'account.trash',
    'account.notifications',
    'account.activity',
    'invitation.accept',
  ];
  const inAccount: AccountAction[] = [
    'account.change-password',
    'account.sign-out-everywhere',
    'account.send-verification',
    'account.link',
    'account.identities',
  ];
  const atTheDoor: AccountAction[] = [
    'profile.read',
    'account.log-in',
    'account.log-out',
    'account.ways-in',
    'account.verify',
    'account.recover',
    'account.arrive',
  ];
  for (const [user, allowed] of [
    [null, ['account.register', ...atTheDoor]],
    [{ accountSince: null }, ['account.register', ...atTheDoor, ...ownData]],
    [{ accountSince: new Date() }, [...atTheDoor, ...ownData, ...inAccount]],
  ] as const) {
    for (const action of ['account.register', ...atTheDoor, ...ownData, ...inAccount] as const) {
      const code = action === 'account.register' ? 'conflict' : 'not-allowed';
      const attempt = () => authorizeAccount(user, action);
      if (allowed.includes(action)) expect(attempt).not.toThrow();
      else expect(attempt).toThrow(expect.objectContaining({ code }));
    }
  }
});

it('lets only administrators act on the whole server', () => {
  for (const action of serverActions) {
    expect(() => authorizeServer({ role: 'admin' }, action)).not.toThrow();
    for (const user of [null, { role: 'user' } as const])
      expect(() => authorizeServer(user, action)).toThrow(expect.objectContaining({ code: 'not-allowed', reason: 'admins-only' }));
  }
});

it('lets everyone use public templates, and only the owner change a template or see a private one', () => {
  const [builtIn, own, shown] = [
    { ownerId: null, isPublic: true },
    { ownerId: 'ann', isPublic: false },
    { ownerId: 'ann', isPublic: true },
  ];
  for (const [user, template, role] of [
    ['ann', builtIn, 'reader'],
    [null, builtIn, 'reader'],
    ['ann', own, 'author'],
    ['bob', own, null],
    [null, own, null],
    ['ann', shown, 'author'],
    ['bob', shown, 'reader'],
    [null, shown, 'reader'],
  ] as const) {
    expect(templateRoleOf(user, template)).toBe(role);
    expect(mayChangeTemplate(user, template)).toBe(role === 'author');
    for (const action of templateActions) {
      const attempt = () => authorizeTemplate(user, template, action);
      if (role === null) expect(attempt).toThrow(expect.objectContaining({ code: 'not-found' }));
      else if (role === 'author' || action === 'template.read' || action === 'template.use') expect(attempt).not.toThrow();
      else expect(attempt).toThrow(expect.objectContaining({ code: 'not-allowed' }));
    }
  }
});

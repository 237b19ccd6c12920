import { expect, it } from 'vitest';
import { decisionBetween } from './role-decision.ts';

it('finds whose role an owner decided between two states of a universe', () => {
  const before = { ownerId: 'ann', isPublic: true, linkRole: 'viewer' as const, collaborators: { bob: 'editor', eve: 'viewer' } as const };
  expect(decisionBetween(before, { ...before })).toEqual({ users: [], link: false });
  const roles = { bob: 'viewer', dan: 'editor' } as const;
  expect(decisionBetween(before, { ...before, collaborators: roles })).toEqual({ users: ['bob', 'eve', 'dan'], link: false });
  expect(decisionBetween(before, { ...before, ownerId: 'bob' })).toEqual({ users: ['ann', 'bob'], link: false });
  expect(decisionBetween(before, { ...before, linkRole: 'editor' })).toEqual({ users: [], link: true });
  expect(decisionBetween(before, { ...before, isPublic: false })).toEqual({ users: [], link: true });
});

import { expect, it } from 'vitest';
import { activityKinds } from '../../shared/api/accounts/activity.ts';
import { wordsOfActivity } from './activity.ts';

const nameOf = (provider: string) => (provider === 'one' ? 'One' : provider);
const person = { id: 'joe', displayName: 'Joe', colour: '#ffffff' };

it('describes every entry of the audit log', () => {
  for (const kind of activityKinds) {
    for (const detail of [null, 'password', 'one', 'editor', 'private']) {
      const words = wordsOfActivity({ kind, detail, count: 1, person }, nameOf);
      expect(words).toMatch(/^(You|Someone) /);
    }
  }
  expect(wordsOfActivity({ kind: 'signed-in', detail: 'one', count: 1, person: null }, nameOf)).toBe('You signed in with One');
  expect(wordsOfActivity({ kind: 'role-changed', detail: 'viewer', count: 1, person }, nameOf)).toBe('You made Joe viewer');
  expect(wordsOfActivity({ kind: 'collaborator-removed', detail: null, count: 1, person: null }, nameOf)).toBe('You removed someone');
  expect(wordsOfActivity({ kind: 'sign-in-failed', detail: null, count: 3, person: null }, nameOf)).toContain('3 times');
});

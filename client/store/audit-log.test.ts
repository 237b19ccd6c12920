import { expect, it } from 'vitest';
import { auditKinds } from '../../shared/api/accounts/audit-log.ts';
import { auditEntryText } from './audit-log.ts';

const nameOf = (provider: string) => (provider === 'one' ? 'One' : provider);
const person = { id: 'joe', displayName: 'Joe', colour: '#ffffff' };

it('describes every entry of the audit log', () => {
  for (const kind of auditKinds) {
    for (const detail of [null, 'password', 'one', 'editor', 'private']) {
      const words = auditEntryText({ kind, detail, count: 1, person }, nameOf);
      expect(words).toMatch(/^(You|Someone) /);
    }
  }
  expect(auditEntryText({ kind: 'signed-in', detail: 'one', count: 1, person: null }, nameOf)).toBe('You signed in with One');
  expect(auditEntryText({ kind: 'role-changed', detail: 'viewer', count: 1, person }, nameOf)).toBe('You made Joe viewer');
  expect(auditEntryText({ kind: 'collaborator-removed', detail: null, count: 1, person: null }, nameOf)).toBe('You removed someone');
  expect(auditEntryText({ kind: 'sign-in-failed', detail: null, count: 3, person: null }, nameOf)).toContain('3 times');
});

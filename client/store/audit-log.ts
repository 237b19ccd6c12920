import type { AuditEntry } from '../../shared/api/accounts/audit-log-schemas.ts';
import type { Sentence } from '../words/sentences.ts';
import { say } from '../words/words.ts';

/** The user's audit log, newest first; null until it is loaded. */
export type AuditLogView = { entries: readonly AuditEntry[]; next: string | null; isFetchingMore: boolean } | null;

/** Describes an entry of the audit log, without place and time. `nameOf` returns the name of an identity provider by its id. */
export function auditEntryText(
  { kind, detail, count, person }: Pick<AuditEntry, 'kind' | 'detail' | 'count' | 'person'>,
  nameOf: (provider: string) => string,
): string {
  const who = person?.displayName;
  const provider = detail === null ? '' : nameOf(detail);
  /** A deleted account has no name any more. */
  const of = (known: Sentence, unknown: Sentence) => (who === undefined ? say(unknown) : say(known, { who }));
  switch (kind) {
    case 'registered':
      return detail === null ? say('You created this account') : say('You created this account with {provider}', { provider });
    case 'signed-in':
      return detail === 'password' ? say('You signed in') : say('You signed in with {provider}', { provider });
    case 'sign-in-failed':
      return count === 1 ? say('Someone entered a wrong password') : say('Someone entered a wrong password {count} times', { count });
    case 'password-check-failed':
      return count === 1
        ? say('Someone confirmed with a wrong password while signed in')
        : say('Someone confirmed with a wrong password {count} times while signed in', { count });
    case 'signed-out-everywhere':
      return say('You signed out everywhere');
    case 'password-changed':
      return say('You changed your password');
    case 'password-reset':
      return say('You reset your password by mail');
    case 'address-verified':
      return say('You confirmed your address');
    case 'identity-linked':
      return say('You connected {provider}', { provider });
    case 'identity-unlinked':
      return say('You disconnected {provider}', { provider });
    case 'collaborator-joined':
      return say(detail === 'viewer' ? 'You joined as viewer' : 'You joined as editor');
    case 'collaborator-left':
      return say('You left');
    case 'role-changed':
      return detail === 'viewer'
        ? of('You made {who} viewer', 'You made someone viewer')
        : of('You made {who} editor', 'You made someone editor');
    case 'collaborator-removed':
      return of('You removed {who}', 'You removed someone');
    case 'visibility-changed':
      return say(visibilityWords[detail ?? ''] ?? 'You changed who has access');
    case 'universe-transferred':
      return of('You transferred it to {who}', 'You transferred it to someone');
    case 'universe-deleted':
      return say('You moved it to the trash');
    case 'universe-restored':
      return say('You restored it from the trash');
  }
}

const visibilityWords: Readonly<Record<string, Sentence>> = {
  public: 'You gave access to everyone with the link',
  private: 'You limited access to people you invite',
  editor: 'You allowed editing with the link',
  viewer: 'You made the link watch-only',
};

import type { Activity } from '../../shared/api/accounts/activity-schemas.ts';
import type { Sentence } from '../words/sentences.ts';
import { say } from '../words/words.ts';

/** The user's audit log, newest first; null until it is loaded. */
export type ActivityView = { entries: readonly Activity[]; next: string | null; isFetchingMore: boolean } | null;

/** Describes an entry of the audit log, without place and time. `nameOf` returns the name of an identity provider by its id. */
export function wordsOfActivity(
  { kind, detail, count, person }: Pick<Activity, 'kind' | 'detail' | 'count' | 'person'>,
  nameOf: (provider: string) => string,
): string {
  const who = person?.displayName;
  const provider = detail === null ? '' : nameOf(detail);
  /** A deleted account has no name any more. */
  const of = (known: Sentence, unknown: Sentence) => (who === undefined ? say(unknown) : say(known, { who }));
  switch (kind) {
    case 'registered':
      return detail === null ? say('You made this account') : say('You made this account by {provider}', { provider });
    case 'signed-in':
      return detail === 'password' ? say('You signed in') : say('You signed in by {provider}', { provider });
    case 'sign-in-failed':
      return count === 1 ? say('Somebody gave a wrong password') : say('Somebody gave a wrong password {count} times', { count });
    case 'password-check-failed':
      return count === 1
        ? say('Somebody gave a wrong password in your account')
        : say('Somebody gave a wrong password in your account {count} times', { count });
    case 'signed-out-everywhere':
      return say('You signed out everywhere');
    case 'password-changed':
      return say('You changed your password');
    case 'password-reset':
      return say('You chose a new password by a letter');
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
        ? of('You made {who} viewer', 'You made somebody viewer')
        : of('You made {who} editor', 'You made somebody editor');
    case 'collaborator-removed':
      return of('You removed {who}', 'You removed somebody');
    case 'visibility-changed':
      return say(visibilityWords[detail ?? ''] ?? 'You changed who may come in');
    case 'universe-transferred':
      return of('You gave it to {who}', 'You gave it to somebody');
    case 'universe-deleted':
      return say('You moved it to the bin');
    case 'universe-restored':
      return say('You took it back from the bin');
  }
}

const visibilityWords: Readonly<Record<string, Sentence>> = {
  public: 'You let in everybody with the link',
  private: 'You let in only whom you invite',
  editor: 'You let the link play',
  viewer: 'You let the link only watch',
};

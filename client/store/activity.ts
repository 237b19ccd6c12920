import type { Activity } from '../../shared/api/activity-schemas.ts';

/** What one did, the newest first; null until it is known. */
export type ActivityView = { entries: readonly Activity[]; next: string | null; isFetchingMore: boolean } | null;

/** What is said of something that one did, without where and when. `nameOf` gives the name of a provider by its id. */
export function wordsOfActivity(
  { kind, detail, count, person }: Pick<Activity, 'kind' | 'detail' | 'count' | 'person'>,
  nameOf: (provider: string) => string,
): string {
  const who = person?.displayName ?? 'somebody';
  const by = detail === null ? '' : nameOf(detail);
  switch (kind) {
    case 'registered':
      return detail === null ? 'You made this account' : `You made this account by ${by}`;
    case 'signed-in':
      return detail === 'password' ? 'You signed in' : `You signed in by ${by}`;
    case 'sign-in-failed':
      return count === 1 ? 'Somebody gave a wrong password' : `Somebody gave a wrong password ${count} times`;
    case 'signed-out-everywhere':
      return 'You signed out everywhere';
    case 'password-changed':
      return 'You changed your password';
    case 'password-reset':
      return 'You chose a new password by a letter';
    case 'address-verified':
      return 'You confirmed your address';
    case 'identity-linked':
      return `You connected ${by}`;
    case 'identity-unlinked':
      return `You disconnected ${by}`;
    case 'collaborator-joined':
      return `You joined as ${detail}`;
    case 'collaborator-left':
      return 'You left';
    case 'role-changed':
      return `You made ${who} ${detail}`;
    case 'collaborator-removed':
      return `You removed ${who}`;
    case 'visibility-changed':
      return visibilityWords[detail ?? ''] ?? 'You changed who may come in';
    case 'universe-transferred':
      return `You gave it to ${who}`;
    case 'universe-deleted':
      return 'You moved it to the bin';
    case 'universe-restored':
      return 'You took it back from the bin';
  }
}

const visibilityWords: Readonly<Record<string, string>> = {
  public: 'You let in everybody with the link',
  private: 'You let in only whom you invite',
  editor: 'You let the link play',
  viewer: 'You let the link only watch',
};

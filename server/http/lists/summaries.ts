import type { UniverseSummary } from '../../../shared/api/contract/contract.ts';
import type { Me, Profile } from '../../../shared/api/accounts/person-schemas.ts';
import { isOwnTemplateId } from '../../../shared/api/universes/templates.ts';
import { preferencesOf } from '../../../shared/api/accounts/preferences.ts';
import { thumbnailPath } from '../../../shared/api/universes/thumbnail-path.ts';
import type { Accounts } from '../../services/accounts/accounts.ts';
import { standingOf } from '../../auth/policy.ts';
import type { DescribedUniverse } from '../../services/lists/list-service.ts';
import { ratingOf } from '../../services/feedback/review-service.ts';
import type { User } from '../../services/accounts/user-service.ts';

/** Somebody as they are told of themselves. */
export function meOf(user: User, accounts: Accounts): Me {
  const { id, displayName, colour, bio, role, emailVerifiedAt, passwordHash } = user;
  const [email, isGuest] = [accounts.emailOf(user), standingOf(user) === 'guest'];
  const known = { isEmailVerified: emailVerifiedAt !== null, hasPassword: passwordHash !== null };
  return { id, displayName, colour, bio, role, email, ...known, isGuest, preferences: preferencesOf({ ...user }) };
}

/** Somebody as they are told to everybody. */
export function profileOf(user: User): Profile {
  const { id, displayName, colour, bio, createdAt } = user;
  return { id, displayName, colour, bio, isGuest: standingOf(user) === 'guest', since: createdAt.toISOString() };
}

/** Which template a universe began with: one that somebody made may be theirs alone, and is told to whose the universe is. */
const shownTemplateId = (id: string | null, isMine: boolean) => (id !== null && isOwnTemplateId(id) && !isMine ? null : id);

/** A universe as it is told to somebody. */
export function summaryOf({ universe, owner, isFavourite, thumbnail }: DescribedUniverse, userId: string | undefined): UniverseSummary {
  const { id, name, description, isPublic, linkRole, templateId, ownerId, tags, revision, createdAt, updatedAt } = universe;
  const { favouriteCount, commentCount, locks, spectatorsWrite } = universe;
  return {
    id,
    name,
    description,
    isPublic,
    linkRole,
    locks,
    spectatorsWrite,
    templateId: shownTemplateId(templateId, ownerId === userId),
    thumbnail: thumbnail && thumbnailPath(id, thumbnail),
    isMine: ownerId === userId,
    owner,
    tags,
    revision,
    favouriteCount,
    isFavourite,
    commentCount,
    rating: ratingOf(universe),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

import type { UniverseSummary } from '../../../shared/api/contract/contract.ts';
import type { Me, Profile } from '../../../shared/api/accounts/user-schemas.ts';
import { isOwnTemplateId } from '../../../shared/api/universes/templates.ts';
import { preferencesOf } from '../../../shared/api/accounts/preferences.ts';
import { thumbnailPath } from '../../../shared/api/universes/thumbnail-path.ts';
import type { Accounts } from '../../services/accounts/accounts.ts';
import { accountStatusOf } from '../../auth/policy.ts';
import type { DescribedUniverse } from '../../services/lists/list-service.ts';
import { ratingOf } from '../../services/feedback/review-service.ts';
import type { User } from '../../services/accounts/user-service.ts';

/** Builds the API form of a user, for that user. */
export function meOf(user: User, accounts: Accounts): Me {
  const { id, displayName, colour, bio, role, emailVerifiedAt, passwordHash } = user;
  const [email, isGuest] = [accounts.emailOf(user), accountStatusOf(user) === 'guest'];
  const known = { isEmailVerified: emailVerifiedAt !== null, hasPassword: passwordHash !== null };
  return { id, displayName, colour, bio, role, email, ...known, isGuest, preferences: preferencesOf({ ...user }) };
}

/** Builds the public profile of a user. */
export function profileOf(user: User): Profile {
  const { id, displayName, colour, bio, createdAt } = user;
  return { id, displayName, colour, bio, isGuest: accountStatusOf(user) === 'guest', since: createdAt.toISOString() };
}

/** Returns the template that a universe began with. A user template may be private, so only the owner of the universe gets its id. */
const shownTemplateId = (id: string | null, isMine: boolean) => (id !== null && isOwnTemplateId(id) && !isMine ? null : id);

/** Builds the API summary of a universe, for one caller. */
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

import type { UniverseSummary } from '../../shared/api/contract/contract.ts';
import type { Profile } from '../../shared/api/accounts/person-schemas.ts';

/** A user's profile and public universes. */
export interface PersonView {
  profile: Profile;
  universes: readonly UniverseSummary[];
  /** Cursor of the next page, or null at the end. */
  next: string | null;
  isFetchingMore: boolean;
}

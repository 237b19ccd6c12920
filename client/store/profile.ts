import type { UniverseSummary } from '../../shared/api/contract/contract.ts';
import type { Profile } from '../../shared/api/accounts/user-schemas.ts';

/** A user's profile and public universes. */
export interface ProfileView {
  profile: Profile;
  universes: readonly UniverseSummary[];
  /** Cursor of the next page, or null at the end. */
  next: string | null;
  isFetchingMore: boolean;
}

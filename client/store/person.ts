import type { UniverseSummary } from '../../shared/api/contract/contract.ts';
import type { Profile } from '../../shared/api/accounts/person-schemas.ts';

/** Somebody, and what of theirs everybody may see. */
export interface PersonView {
  profile: Profile;
  universes: readonly UniverseSummary[];
  /** Cursor of what follows, or null at the end. */
  next: string | null;
  isFetchingMore: boolean;
}

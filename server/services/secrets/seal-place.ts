import { addressSealPlace } from '../accounts/account-proofs.ts';
import { noteSealPlace } from '../feedback/note-service.ts';

/** Returns the place that a sealed text of a user is bound to: their note on a universe, or their address. */
export const sealPlaceOf = ({ userId, universeId }: { userId: string; universeId: string | null }): string =>
  universeId === null ? addressSealPlace(userId) : noteSealPlace(userId, universeId);

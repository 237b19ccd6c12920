import type { CommentCounts } from '../../shared/api/feedback/comment-schemas.ts';
import type { RoomContext } from './room-context.ts';
import type { RoomServices } from './room-services.ts';

/** Follows what happens to a universe outside its room. Returns the functions that end this. */
export const followUniverse = (
  { universeId, rights }: Pick<RoomContext, 'universeId' | 'rights'>,
  services: RoomServices,
  tellCounts: (counts: CommentCounts) => void,
): (() => void)[] => [
  services.onChange(universeId, (decision) => void rights.reconsider(decision)),
  services.onCommentCounts(universeId, tellCounts),
  services.onRevoke(rights.revoke),
  services.onMissed(rights.recheck),
  ...(services.recheckMs === null ? [] : [regularly(rights.recheck, services.recheckMs)]),
];

function regularly(act: () => void, everyMs: number): () => void {
  const timer = setInterval(act, everyMs);
  return () => clearInterval(timer);
}

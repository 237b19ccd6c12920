import type { UniverseDetail } from '../../../shared/api/contract/contract.ts';
import { mayDo, roleOf } from '../../auth/policy.ts';
import type { ListService } from '../../services/lists/list-service.ts';
import type { UniverseRow, UniverseService } from '../../services/universes/universe-service.ts';

/** Returns the source of a remix if the user may see it, else null, as for a universe that is no remix. */
export async function lineageOf(
  { forkedFromId }: UniverseRow,
  userId: string | undefined,
  { universes, lists }: { universes: UniverseService; lists: ListService },
): Promise<UniverseDetail['forkedFrom']> {
  const source = forkedFromId === null ? null : await universes.find(forkedFromId);
  if (!source || !mayDo(roleOf(userId ?? null, source), 'universe.read')) return null;
  const [described] = await lists.describeAll([source], userId);
  return described ? { id: source.id, name: source.name, owner: described.owner } : null;
}

import type { Router } from 'express';
import type { PrivateNote } from '../../../shared/api/feedback/note-schemas.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import { authorizeRemoval } from '../../auth/policy.ts';
import type { StoredNote as KeptNote, NoteService } from '../../services/feedback/note-service.ts';
import type { UniverseService } from '../../services/universes/universe-service.ts';
import type { User } from '../../services/accounts/user-service.ts';
import { allowedIn } from '../requests/allowed.ts';
import { addKeepingRoute, addOpenRoute } from '../requests/route.ts';

/** Adds the routes for private notes. No route gives a note to anyone but its author. */
export function addNoteRoutes(
  router: Router,
  identity: Identity,
  { universes, notes }: { universes: UniverseService; notes: NoteService },
): void {
  const find = allowedIn(universes);
  /** Returns the author and the universe of the note that is requested. */
  const allowed = async (user: User | null, id: string | undefined): Promise<[userId: string, universeId: string]> => {
    const { universe } = await find(user, id, 'note.write');
    return [user!.id, universe.id];
  };

  addOpenRoute(router, 'getNote', async ({ user, params, response }) => {
    const note = await notes.find(...(await allowed(user, params.id)));
    response.set('Cache-Control', 'private, no-store');
    return noteOf(note);
  });

  addKeepingRoute(router, identity, 'writeNote', async ({ user, params, body }) =>
    noteOf(await notes.write(...(await allowed(user, params.id)), body.text)),
  );

  addKeepingRoute(router, identity, 'deleteNote', async ({ user, params }) => {
    const universe = await universes.get(params.id!);
    const isOwn = user !== null && (await notes.isThere(user.id, universe.id));
    authorizeRemoval(user?.id ?? null, universe, isOwn, 'note.write');
    await notes.remove(user!.id, universe.id);
    return {};
  });
}

const noteOf = (note: KeptNote | null): PrivateNote => ({ text: note?.text ?? '', updatedAt: note?.updatedAt.toISOString() ?? null });

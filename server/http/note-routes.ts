import type { Router } from 'express';
import type { Note } from '../../shared/api/note-schemas.ts';
import type { Note as KeptNote, NoteService } from '../services/note-service.ts';
import type { UniverseService } from '../services/universe-service.ts';
import type { User } from '../services/user-service.ts';
import { allowedIn } from './allowed.ts';
import { addOpenRoute } from './route.ts';

/** What somebody notes of a universe for themselves. No route gives it to anybody else, whoever they are. */
export function addNoteRoutes(router: Router, { universes, notes }: { universes: UniverseService; notes: NoteService }): void {
  const find = allowedIn(universes);
  /** Whose note is meant, of which universe. */
  const allowed = async (user: User | null, id: string | undefined): Promise<[userId: string, universeId: string]> => {
    const { universe } = await find(user, id, 'note.keep');
    return [user!.id, universe.id];
  };

  addOpenRoute(router, 'getNote', async ({ user, params, response }) => {
    const note = await notes.find(...(await allowed(user, params.id)));
    response.set('Cache-Control', 'private, no-store');
    return noteOf(note);
  });

  addOpenRoute(router, 'writeNote', async ({ user, params, body }) =>
    noteOf(await notes.write(...(await allowed(user, params.id)), body.text)),
  );

  addOpenRoute(router, 'deleteNote', async ({ user, params }) => {
    await notes.remove(...(await allowed(user, params.id)));
    return {};
  });
}

const noteOf = (note: KeptNote | null): Note => ({ text: note?.text ?? '', updatedAt: note?.updatedAt.toISOString() ?? null });

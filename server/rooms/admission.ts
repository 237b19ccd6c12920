import { AppError } from '../../shared/api/errors.ts';
import type { JoinOptions, MemberRole, Welcome } from '../../shared/room/messages.ts';
import type { Identity } from '../auth/identity.ts';
import { authorize, mayDo, roleOf } from '../auth/policy.ts';
import type { CommentService } from '../services/comment-service.ts';
import { newId } from '../services/ids.ts';
import type { Universe, UniverseService } from '../services/universe-service.ts';
import type { RoomRules } from './gathering/gathering.ts';
import type { Admission } from './room-context.ts';

/** Of those who watch without an identity, as within a page of others, where browsers send no cookie. */
const watcherColour = '#a9afc3';

/** Who may enter which room, and as what. */
export function createAdmission(identity: Identity, universes: UniverseService, comments: CommentService) {
  return {
    /** @throws AppError `not-allowed` for a stranger without an identity, `not-found` for a universe they may not see. */
    async admit({ universeId, as }: JoinOptions, cookie: string | undefined): Promise<Admission> {
      const user = await identity.userOf(cookie);
      if (!user && as !== 'spectate') throw new AppError('not-allowed', 'Who are you? Ask for GET /api/v1/me first, and send its cookie.');
      const role = authorize(user?.id ?? null, await universes.get(universeId), as === 'spectate' ? 'room.watch' : 'room.join');
      if (!user) return { userId: newId(16), name: 'Somebody', colour: watcherColour, role: 'spectator', isKnown: false };
      const asked = as === 'spectate' ? 'spectator' : role;
      return { userId: user.id, name: user.displayName, colour: user.colour, role: asked as MemberRole, isKnown: true };
    },

    roleAfter(change: Universe, { userId, role }: Admission): MemberRole | null {
      const next = roleOf(userId, change);
      if (!mayDo(next, 'room.join')) return null;
      return role === 'spectator' ? role : (next as MemberRole);
    },

    /** Whether a universe exists for whoever sends this cookie. */
    async isVisible(universeId: string, cookie: string | undefined): Promise<boolean> {
      try {
        const user = await identity.userOf(cookie);
        authorize(user?.id ?? null, await universes.get(universeId), 'universe.read');
        return true;
      } catch (error) {
        if (error instanceof AppError) return false;
        throw error;
      }
    },

    rulesOf: (universeId: string): Promise<RoomRules> => universes.get(universeId),

    async describe(universeId: string): Promise<Welcome['universe']> {
      const { id, name, description } = await universes.get(universeId);
      return { id, name, description, ...(await comments.countsOf(id)) };
    },
  };
}

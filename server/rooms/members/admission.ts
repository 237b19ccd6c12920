import { AppError } from '../../../shared/api/errors.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { JoinOptions, MemberRole, Welcome } from '../../../shared/room/messages.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import { authorize, mayDo, roleOf } from '../../auth/policy.ts';
import type { CommentService } from '../../services/feedback/comment-service.ts';
import { newId } from '../../services/ids.ts';
import type { Universe, UniverseService } from '../../services/universes/universe-service.ts';
import { present } from '../run/beat.ts';
import type { Admission } from './room-client.ts';
import { seatIdLength } from '../room-limits.ts';

/** Admission of spectators without an identity, as in an embed, where browsers send no cookie. */
const somebody = { name: 'Somebody', colour: '#a9afc3', role: 'spectator', isKnown: false, sessionKey: null } as const;

export type Admissions = ReturnType<typeof createAdmission>;

/** Creates the admission to rooms: who may join, and in which role. */
export function createAdmission(identity: Identity, universes: UniverseService, comments: CommentService) {
  return {
    /**
     * Admits the sender of a cookie to a universe.
     * @throws AppError `no-session` for an editor without an identity, `not-found` for a universe they may not see
     */
    async admit({ universeId, as }: JoinOptions, cookie: string | undefined): Promise<Admission> {
      const admittedAtMs = present();
      const session = await identity.sessionOf(cookie);
      const user = session?.user;
      if (!user && as !== 'spectate') throw refuse('room-session-needed');
      const role = authorize(user?.id ?? null, await universes.get(universeId), as === 'spectate' ? 'room.watch' : 'room.join');
      const asked = as ?? 'edit';
      const seat = { asked, admittedAtMs, sessionId: newId(seatIdLength) };
      if (!user) return { ...somebody, ...seat, userId: newId(16) };
      return {
        ...seat,
        userId: user.id,
        name: user.displayName,
        colour: user.colour,
        role: asked === 'spectate' ? 'spectator' : (role as MemberRole),
        isKnown: true,
        sessionKey: session!.sessionId,
      };
    },

    storedRoleOf(universe: Universe, { userId, isKnown, asked }: Pick<Admission, 'userId' | 'isKnown' | 'asked'>): MemberRole | null {
      const stored = roleOf(isKnown ? userId : null, universe);
      if (!mayDo(stored, asked === 'spectate' ? 'room.watch' : 'room.join')) return null;
      return asked === 'spectate' ? 'spectator' : (stored as MemberRole);
    },

    /** Returns whether a universe is visible to the sender of this cookie. */
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

    get: universes.get,
    find: universes.find,

    async describe(universeId: string): Promise<Welcome['universe']> {
      const { id, name, description } = await universes.get(universeId);
      return { id, name, description, ...(await comments.countsOf(id)) };
    },
  };
}

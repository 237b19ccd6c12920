import { randomInt } from 'node:crypto';
import { AppError } from '../../shared/api/errors.ts';
import type { Database } from '../db/database.ts';
import { insertUser, selectUser, updateDisplayName, type User } from '../db/repositories/users.ts';
import { newId } from './ids.ts';

export type { User };
export type UserService = ReturnType<typeof createUserService>;

const qualities = ['Quiet', 'Bright', 'Slow', 'Amber', 'Distant', 'Silver', 'Gentle', 'Wandering', 'Crimson', 'Hidden', 'Early', 'Violet'];
const bodies = ['Comet', 'Nebula', 'Pulsar', 'Moon', 'Aurora', 'Quasar', 'Meteor', 'Eclipse', 'Orbit', 'Star', 'Planet', 'Zenith'];
/** Light enough to stand on the dark stage, far enough apart to tell people by. */
const colours = ['#ff9b85', '#ffd166', '#b8e986', '#6ee7b7', '#67e8f9', '#8ab4ff', '#c4a7ff', '#f5a3d7', '#f7b267', '#9ad1d4'];

const oneOf = (list: readonly string[]) => list[randomInt(list.length)];

export function createUserService(db: Database) {
  return {
    find: (id: string) => selectUser(db, id),

    /** Somebody who is known by a cookie alone, with a name and a colour to begin with. */
    createGuest: (): Promise<User> =>
      insertUser(db, { id: newId(16), displayName: `${oneOf(qualities)} ${oneOf(bodies)}`, colour: oneOf(colours) }),

    /** @throws AppError `not-found` */
    async rename(id: string, displayName: string): Promise<User> {
      const user = await updateDisplayName(db, id, displayName);
      if (!user) throw new AppError('not-found', 'There is no such person.');
      return user;
    },
  };
}

import { createHash } from 'node:crypto';
import { userColours } from '../../../shared/api/accounts/user.ts';
import type { Preferences } from '../../../shared/api/accounts/preferences.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { insertUser, selectUser, updateUser, type User } from '../../db/repositories/accounts/users.ts';
import { newId } from '../ids.ts';

export type { User };
export type UserService = ReturnType<typeof createUserService>;

const wordsOf = (text: string) => text.trim().split(/\s+/);
/** So many that two guests of a room hardly ever have one name: 48 times 48. */
const qualities = wordsOf(`
  Quiet Bright Slow Amber Distant Silver Gentle Wandering Crimson Hidden Early Violet Golden Patient Swift Curious
  Drifting Glowing Humming Lucid Merry Nimble Northern Opal Pale Radiant Restless Rising Sleepy Southern Steady Still
  Sunny Tiny Turning Twin Velvet Warm Wild Winter Emerald Indigo Copper Polar Misty Ancient Bold Calm
`);
const bodies = wordsOf(`
  Comet Nebula Pulsar Moon Aurora Quasar Meteor Eclipse Orbit Star Planet Zenith Galaxy Corona Crater Horizon Solstice
  Equinox Twilight Parallax Halo Asteroid Magnetar Photon Neutrino Proton Electron Quark Boson Muon Lepton Gluon Ray
  Spark Wave Field Tide Prism Lens Vortex Cluster Supernova Crescent Meridian Transit Sunrise Cosmos Cloud
`);

/** The default name and colour of a user. They follow from the id alone, so nothing has to be stored. */
export function publicUserOf(id: string): Pick<User, 'id' | 'displayName' | 'colour'> {
  const digest = createHash('sha256').update(id).digest();
  const oneOf = <T>(list: readonly T[], at: number): T => list[digest.readUInt32BE(at * 4) % list.length]!;
  return { id, displayName: `${oneOf(qualities, 0)} ${oneOf(bodies, 1)}`, colour: oneOf(userColours, 2) };
}

/** Returns a new id with its default name and colour. */
export const newUser = () => publicUserOf(newId(16));

/** The fields of a profile that the user edits. */
export type EditableProfile = Pick<User, 'displayName' | 'bio' | 'colour'>;

/** @param reads for profiles as others see them, which may be stale */
export function createUserService(db: Database, reads = db) {
  return {
    find: (id: string) => selectUser(db, id),

    /** Returns a user as others see them, perhaps as they were a moment ago. */
    findPublic: async (id: string): Promise<User | null> => (await selectUser(reads, id)) ?? selectUser(db, id),

    /** @throws AppError `not-found` */
    async get(id: string): Promise<User> {
      const user = await selectUser(db, id);
      if (!user) throw noPerson();
      return user;
    },

    /** Stores a new guest. */
    createGuest: (): Promise<User> => insertUser(db, newUser()),

    /** @throws AppError `not-found` */
    async update(id: string, patch: Partial<EditableProfile & Preferences>): Promise<User> {
      const user = await updateUser(db, id, { ...patch, isKept: true });
      if (!user) throw noPerson();
      return user;
    },
  };
}

const noPerson = () => refuse('no-user');

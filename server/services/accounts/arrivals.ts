import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { deleteIdentity, type IdentityRow, insertIdentity, selectIdentitiesOf, selectIdentity } from '../../db/repositories/identities.ts';
import { selectUser, selectUserByEmailHash, updateUser, upgradeGuest } from '../../db/repositories/users.ts';
import { note } from './activity-service.ts';
import { newPerson, personOf, type User } from './user-service.ts';
import { isTaken } from './account-entries.ts';
import type { Accounts } from './accounts.ts';

/** As whom a provider knows somebody. */
export interface Proof {
  subject: string;
  /** Only one of which the provider says that it has seen it to be theirs. */
  email: string | null;
}

/** A provider as it is stored and named. */
interface Provider {
  readonly id: string;
  readonly name: string;
}

export type { IdentityRow };
export type Arrivals = ReturnType<typeof createArrivals>;

const tryAgain = (cause?: unknown) => refuse('changed-during-request', {}, { cause });

/** The account with an address that the provider vouches for. @throws AppError `conflict` where we do not know whose it is. */
async function accountOfAddress(tx: Database, accounts: Accounts, { name }: Provider, { email }: Proof): Promise<User | null> {
  const account = email === null ? null : await selectUserByEmailHash(tx, accounts.emailHashOf(email));
  // Whoever made it may have known the address of another: it is not given to its owner with what a stranger has put in.
  if (account && account.emailVerifiedAt === null) {
    throw refuse('address-unconfirmed', { provider: name });
  }
  return account;
}

/** Who somebody is by the word of a provider: its subject, or an address that both it and we have seen to be theirs. */
export function createArrivals(db: Database, accounts: Accounts) {
  /** Makes the guest that somebody is an account, or a stranger a new one. */
  const makeAccount = async (tx: Database, { id }: Provider, guestId: string | null, { email }: Proof): Promise<User> => {
    const person = guestId === null ? newPerson() : personOf(guestId);
    const now = new Date();
    const address = email === null ? {} : { ...accounts.sealedEmail(person.id, email), emailVerifiedAt: now };
    const account = { accountSince: now, ...address };
    const made = await upgradeGuest(tx, person, account);
    if (!made) throw tryAgain();
    await note(tx, { userId: made.id, kind: 'registered', detail: id });
    return made;
  };

  return {
    /**
     * The account of whoever a provider vouches for. A guest's becomes one, under the same id, where there was none.
     * @throws AppError `conflict` where there is one that they have to sign in to otherwise.
     */
    async arrive(provider: Provider, proof: Proof, guestId: string | null): Promise<User> {
      try {
        return await db.transaction(async (tx) => {
          const known = await selectIdentity(tx, provider.id, proof.subject);
          if (known) return (await selectUser(tx, known.userId))!;
          const user = (await accountOfAddress(tx, accounts, provider, proof)) ?? (await makeAccount(tx, provider, guestId, proof));
          if (!(await insertIdentity(tx, { provider: provider.id, subject: proof.subject, userId: user.id }))) throw tryAgain();
          await note(tx, { userId: user.id, kind: 'identity-linked', detail: provider.id });
          return user;
        });
      } catch (error) {
        throw isTaken(error) ? tryAgain(error) : error;
      }
    },

    /** Lets somebody come by a provider from now on. @throws AppError `conflict` where it knows another account, or they another subject. */
    async link(provider: Provider, proof: Proof, user: User): Promise<User> {
      return db.transaction(async (tx) => {
        await accounts.lockAsTheyWere(tx, user);
        const known = await selectIdentity(tx, provider.id, proof.subject);
        const isNew = known === null && (await insertIdentity(tx, { provider: provider.id, subject: proof.subject, userId: user.id }));
        if (!isNew && known?.userId !== user.id) {
          throw refuse('identity-elsewhere', { provider: provider.name });
        }
        if (isNew) await note(tx, { userId: user.id, kind: 'identity-linked', detail: provider.id });
        const isVouchedFor = proof.email !== null && accounts.emailHashOf(proof.email) === user.emailHash;
        return isVouchedFor && user.emailVerifiedAt === null ? (await updateUser(tx, user.id, { emailVerifiedAt: new Date() }))! : user;
      });
    },

    /** Whether a provider vouches for a user as one who is connected with it. */
    async isSame(provider: Provider, proof: Proof, user: User): Promise<boolean> {
      return (await selectIdentity(db, provider.id, proof.subject))?.userId === user.id;
    },

    /** By which providers somebody can come in, the first first. */
    identitiesOf: (userId: string): Promise<IdentityRow[]> => selectIdentitiesOf(db, userId),

    /** @throws AppError `not-found` where they do not come by it, `conflict` where that is their only way in. */
    unlink: (user: User, provider: string): Promise<void> =>
      db.transaction(async (tx) => {
        const { id, passwordHash } = await accounts.lockAsTheyWere(tx, user);
        const all = await selectIdentitiesOf(tx, id);
        if (passwordHash === null && all.length === 1 && all[0]!.provider === provider) {
          throw refuse('only-sign-in-method');
        }
        if (!(await deleteIdentity(tx, id, provider))) throw refuse('not-connected');
        await note(tx, { userId: id, kind: 'identity-unlinked', detail: provider });
      }),
  };
}

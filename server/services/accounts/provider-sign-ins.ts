import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import {
  deleteIdentity,
  type IdentityRow,
  insertIdentity,
  selectIdentitiesOf,
  selectIdentity,
} from '../../db/repositories/accounts/identities.ts';
import { selectUser, selectUserByEmailHash, updateUser, upgradeGuest } from '../../db/repositories/accounts/users.ts';
import { note } from './audit-log-service.ts';
import { newUser, publicUserOf, type User } from './user-service.ts';
import { isTaken } from './account-entries.ts';
import type { Accounts } from './accounts.ts';

/** A user as an identity provider describes them. */
export interface Proof {
  subject: string;
  /** Null unless the provider has verified the address. */
  email: string | null;
}

/** The stored id and the displayed name of an identity provider. */
interface Provider {
  readonly id: string;
  readonly name: string;
}

export type { IdentityRow };
export type ProviderSignIns = ReturnType<typeof createProviderSignIns>;

const tryAgain = (cause?: unknown) => refuse('changed-during-request', {}, { cause });

/**
 * Returns the account with the address that the provider verified. @throws AppError `conflict` if the account's address is not verified.
 */
async function accountOfAddress(tx: Database, accounts: Accounts, { name }: Provider, { email }: Proof): Promise<User | null> {
  const account = email === null ? null : await selectUserByEmailHash(tx, accounts.emailHashOf(email));
  // The account may have been made with a stranger's address: the owner of the address must not get an account that someone else has
  // filled.
  if (account && account.emailVerifiedAt === null) {
    throw refuse('address-unconfirmed', { provider: name });
  }
  return account;
}

/**
 * Sign-in with an identity provider: finds the account by the provider's subject, or by an address that both the provider and this server
 * have verified.
 */
export function createProviderSignIns(db: Database, accounts: Accounts) {
  /** Turns the guest into an account, or creates a new one. */
  const makeAccount = async (tx: Database, { id }: Provider, guestId: string | null, { email }: Proof): Promise<User> => {
    const person = guestId === null ? newUser() : publicUserOf(guestId);
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
     * Returns the account for an identity. If there is none, the guest becomes one with the same id.
     * @throws AppError `conflict` if an account exists that needs another sign-in method.
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

    /**
     * Connects an identity provider to an account. @throws AppError `conflict` if the identity belongs to another account, or the account
     * has another subject there.
     */
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

    /** True if the proof names an identity that is connected to this user. */
    async isSame(provider: Provider, proof: Proof, user: User): Promise<boolean> {
      return (await selectIdentity(db, provider.id, proof.subject))?.userId === user.id;
    },

    /** Returns the connected identity providers of a user, oldest first. */
    identitiesOf: (userId: string): Promise<IdentityRow[]> => selectIdentitiesOf(db, userId),

    /** @throws AppError `not-found` if the provider is not connected, `conflict` if it is the only sign-in method. */
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

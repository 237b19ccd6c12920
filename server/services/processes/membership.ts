import { EventEmitter } from 'node:events';
import { AppError } from '../../../shared/api/errors.ts';
import type { Database } from '../../db/database.ts';
import {
  deleteLongDead,
  deleteProcess,
  moveProcess,
  renewProcess,
  selectOthers,
  type ClusterProcess,
} from '../../db/repositories/processes/processes.ts';
import { leaseSeconds } from '../../ops/lease-seconds.ts';
import { isGone } from './process-probe.ts';

const renewalMs = 1000;
/** A start waits this long for a process that was killed to be taken for dead. */
const usualHandoverMs = (leaseSeconds + 1) * 1000;
const handoverLookMs = 250;

export type Membership = ReturnType<typeof createMembership>;

interface MembershipOptions {
  /** A connection of its own, since a late renewal costs the universes; null if no other process can use the database. */
  db: Database | null;
  self: ClusterProcess;
  /** True if others may use the database at the same time. */
  isShared: boolean;
  report(error: unknown, where: string): void;
  handoverMs?: number;
}

/** The membership of this process among those that use the database. */
export function createMembership({ db, self, isShared, report, handoverMs = usualHandoverMs }: MembershipOptions) {
  const events = new EventEmitter<{ lapsed: [] }>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let renewedMs = performance.now();

  const renew = async (known: Database) => {
    const sentMs = performance.now();
    await renewProcess(known, self, leaseSeconds);
    const lateMs = sentMs - renewedMs;
    renewedMs = sentMs;
    if (lateMs > leaseSeconds * 1000) events.emit('lapsed');
  };

  const renewLater = (known: Database) => {
    if (isClosed) return;
    timer = setTimeout(() => {
      renew(known)
        .catch((error: unknown) => report(error, 'renewal of the lease'))
        .finally(() => renewLater(known));
    }, renewalMs);
    timer.unref();
  };

  /** Waits for a process that was just ended, and refuses to start beside one that lives. */
  const waitForOthers = async (known: Database) => {
    const untilMs = performance.now() + handoverMs;
    for (;;) {
      const others = await selectOthers(known, self.id);
      for (const other of others) if (await isGone(other)) await deleteProcess(known, other.id);
      const [living] = await selectOthers(known, self.id);
      if (!living) return;
      if (performance.now() > untilMs) throw inUse(living);
      await new Promise((resolve) => setTimeout(resolve, handoverLookMs));
    }
  };

  return {
    self,

    /** Joins the processes. @throws AppError `conflict` if there is another one, and several are not configured. */
    async join(): Promise<void> {
      if (!db) return;
      if (!isShared) await waitForOthers(db);
      await deleteLongDead(db);
      await renew(db);
      renewLater(db);
    },

    /** Tells the others where this process listens, if that was not known before. */
    async listensAt(port: number): Promise<void> {
      const address = new URL(self.address);
      if (!db || Number(address.port) === port) return;
      address.port = String(port);
      self.address = address.origin;
      await moveProcess(db, self);
    },

    /** Calls the listener after a renewal that came so late that others may have taken universes over. */
    onLapsed(listener: () => void): void {
      events.on('lapsed', listener);
    },

    /** Takes a process that is gone off the list at once. */
    async bury(other: ClusterProcess): Promise<void> {
      if (db) await deleteProcess(db, other.id);
    },

    /** Leaves the processes: what this one still holds may be opened by others. */
    async leave(): Promise<void> {
      isClosed = true;
      clearTimeout(timer);
      if (db) await deleteProcess(db, self.id).catch((error: unknown) => report(error, 'end of the lease'));
    },
  };
}

const inUse = ({ address, machine }: ClusterProcess) =>
  new AppError(
    'conflict',
    `Another server uses this database: ${address} on ${machine}. Stop it first, or set REDIS_URL for both, so that they work together.`,
  );

import { join } from 'node:path';
import { openDatabaseAddress } from './database-address.ts';
import { type PostgresPart, postgresUrl, startPrimary, startReplica } from './postgres.ts';
import type { StopList } from './stop-list.ts';

/** A primary, a replica that follows it, and an address that leads to the primary. */
export interface Databases {
  readonly primary: PostgresPart;
  readonly replica: PostgresPart;
  /** The one that is the primary now. */
  readonly current: PostgresPart;
  /** Leads to the primary, whichever that is. */
  readonly url: string;
  readonly replicaUrl: string;
  /** Makes the replica the primary: kills the primary if it still lives, promotes the replica, and leads the address there. */
  failOver(): Promise<void>;
}

interface DatabasesOptions {
  programs: string;
  folder: string;
  ports: { primary: number; replica: number };
  password: string;
  durable: boolean;
  logFile(name: string): string;
}

export async function startDatabases(options: DatabasesOptions, stopList: StopList): Promise<Databases> {
  const { programs, folder, ports, password, durable, logFile } = options;
  const described = (name: 'primary' | 'replica') => ({
    programs,
    password,
    durable,
    port: ports[name],
    folder: join(folder, name),
    logFile: logFile(name),
  });
  const primary = stopList.add(await startPrimary(described('primary')));
  const replica = stopList.add(await startReplica(described('replica'), ports.primary));
  const address = stopList.add(await openDatabaseAddress(ports.primary));
  let current = primary;
  return {
    primary,
    replica,
    get current() {
      return current;
    },
    url: postgresUrl(address.port, password),
    replicaUrl: postgresUrl(ports.replica, password),
    async failOver() {
      // Two primaries would each acknowledge edits that the other does not have.
      await primary.kill();
      await replica.query('select pg_promote(true)');
      current = replica;
      address.leadTo(ports.replica);
    },
  };
}

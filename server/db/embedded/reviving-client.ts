import type { PGlite } from '@electric-sql/pglite';
import type { StorageFault } from './cluster-files.ts';

/** The methods of an embedded database that are used. */
export type EmbeddedClient = Pick<PGlite, 'query' | 'exec' | 'transaction' | 'close'>;

type Open = (onFault: (fault: StorageFault) => void) => Promise<PGlite>;

/** The delay after a failed attempt to reopen it. */
const retryMs = 2000;

/** The code of PostgreSQL for a server that is starting: the caller may retry (server/services/database-failure.ts). */
const notReady = '57P03';

/** The error of an embedded database that has stopped, with the code of the fault of its files if that is known. */
class EmbeddedFailure extends Error {
  readonly code: string;

  constructor(fault: StorageFault | null, options: { cause?: unknown } = {}) {
    super(`The embedded database has stopped${fault ? `: ${fault.code} at ${fault.path}` : ''}.`, options);
    this.code = fault?.code ?? notReady;
  }
}

/**
 * An embedded database that reopens after a failure. PostgreSQL exits if its log can't be written, and PGlite then freezes at the next
 * query; such an instance gets no more queries, and the next query reopens the files, which recovers all commits.
 * @throws the error of the first opening.
 */
export async function openRevivingClient(open: Open): Promise<EmbeddedClient> {
  let fault: StorageFault | null = null;
  let current: PGlite | null = null;
  let reviving: Promise<PGlite> | null = null;
  let failedAt = Number.NEGATIVE_INFINITY;

  const silence = (client: PGlite, found: StorageFault | null) => {
    fault = found;
    if (current === client) current = null;
    // Queries that wait in its queue are refused too, instead of freezing the process.
    client.execProtocolRawSync = () => {
      throw new EmbeddedFailure(fault);
    };
  };

  const openOnce = async (): Promise<PGlite> => {
    let opened: PGlite | null = null;
    let brokeOnOpening: StorageFault | null = null;
    try {
      opened = await open((found) => {
        if (opened === null) brokeOnOpening ??= found;
        else if (found.isFatal) silence(opened, found);
      });
    } catch (cause) {
      throw brokeOnOpening ? new EmbeddedFailure(brokeOnOpening, { cause }) : cause;
    }
    fault = null;
    return opened;
  };

  const revive = (): Promise<PGlite> => {
    if (performance.now() - failedAt < retryMs) throw new EmbeddedFailure(fault);
    reviving ??= openOnce()
      .then((client) => (current = client))
      .catch((cause: unknown) => {
        failedAt = performance.now();
        throw new EmbeddedFailure(fault, { cause });
      })
      .finally(() => (reviving = null));
    return reviving;
  };

  const use = async <T>(act: (client: PGlite) => Promise<T>): Promise<T> => {
    const client = current ?? (await revive());
    try {
      return await act(client);
    } catch (error) {
      // An abort within WebAssembly leaves memory in an undefined state.
      if ((error as Error).name === 'RuntimeError') silence(client, null);
      throw current === client ? error : new EmbeddedFailure(fault, { cause: error });
    }
  };

  current = await openOnce();
  return {
    query: (...asked) => use((client) => client.query(...asked)) as never,
    exec: (...asked) => use((client) => client.exec(...asked)),
    transaction: (act) => use((client) => client.transaction(act)),
    async close() {
      await current?.close();
      current = null;
    },
  };
}

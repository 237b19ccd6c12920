import type { PGlite } from '@electric-sql/pglite';
import type { StorageFault } from './cluster-files.ts';

/** What is asked of an embedded database. */
export type EmbeddedClient = Pick<PGlite, 'query' | 'exec' | 'transaction' | 'close'>;

type Open = (onFault: (fault: StorageFault) => void) => Promise<PGlite>;

/** After an attempt to open it again that failed, the next one waits for as long. */
const retryMs = 2000;

/** As PostgreSQL says of a server that is just starting: whoever asks tries again (server/services/database-failure.ts). */
const notReady = '57P03';

/** Why an embedded database does not answer, with the code of what was wrong with its files where that is known. */
class EmbeddedFailure extends Error {
  readonly code: string;

  constructor(fault: StorageFault | null, options: { cause?: unknown } = {}) {
    super(`The embedded database has stopped${fault ? `: ${fault.code} at ${fault.path}` : ''}.`, options);
    this.code = fault?.code ?? notReady;
  }
}

/**
 * An embedded database that comes back. PostgreSQL ends itself where its log can't be written, and PGlite freezes with the next question
 * then; such an instance is asked nothing more, and the next question opens the files anew, which recovers what was committed.
 * @throws what opening it throws the first time.
 */
export async function openRevivingClient(open: Open): Promise<EmbeddedClient> {
  let fault: StorageFault | null = null;
  let current: PGlite | null = null;
  let reviving: Promise<PGlite> | null = null;
  let failedAt = Number.NEGATIVE_INFINITY;

  const silence = (client: PGlite, found: StorageFault | null) => {
    fault = found;
    if (current === client) current = null;
    // Also what waits in its queue is refused, in place of freezing the process.
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
      // What aborts within WebAssembly leaves memory behind that nobody can trust.
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

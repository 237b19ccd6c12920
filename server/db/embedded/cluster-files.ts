import fs from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** A failed call of the file system that indicates a problem of the disk. */
export interface StorageFault {
  /** For example `ENOSPC`. */
  code: string;
  path: string;
  /** True if PostgreSQL exits because of it: it tolerates that a table can't grow, but not that its log can't be written. */
  isFatal: boolean;
}

/** The part of Emscripten's file system that is changed here. */
interface Node {
  name: string;
  parent: Node;
}
interface Stream {
  nfd: number;
  node: Node;
}
type Operation = (...given: unknown[]) => unknown;
interface HostFiles {
  node_ops: Record<string, Operation>;
  stream_ops: Record<string, Operation>;
}

const ownerOnly = 0o700 | 0o170000;
/** Error numbers of Emscripten (WASI) that are faults, unlike errors that PostgreSQL expects, such as a missing file. */
const faultCodes: Readonly<Record<number, string>> = { 2: 'EACCES', 19: 'EDQUOT', 29: 'EIO', 51: 'ENOSPC', 63: 'EPERM', 69: 'EROFS' };

/** The log is synced by `fsync`, since Emscripten's `fdatasync` does nothing; segments that a checkpoint has made obsolete are removed. */
const settings = ['wal_sync_method=fsync', 'max_wal_size=64MB', 'min_wal_size=32MB'];

/** Returns the parameters that make PostgreSQL durable: with `-F`, PGlite's default, it never syncs. */
export const durableParams = (defaults: readonly string[]): string[] => [
  ...defaults.filter((parameter) => parameter !== '-F'),
  ...settings.flatMap((setting) => ['-c', setting]),
];

/**
 * The files of an embedded database: readable only by the user of the server, whatever mode PGlite gives them, and synced to the disk when
 * PostgreSQL requests it, which PGlite's own file system ignores.
 */
export class ClusterFiles extends NodeFS {
  readonly #onFault: (fault: StorageFault) => void;

  constructor(directory: string, onFault: (fault: StorageFault) => void) {
    super(directory);
    this.#onFault = onFault;
  }

  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    const prepared = await super.init(pg, options);
    const change = (module: unknown) => this.#change((module as { NODEFS: HostFiles }).NODEFS);
    return { emscriptenOpts: { ...prepared.emscriptenOpts, preRun: [change, ...(prepared.emscriptenOpts.preRun ?? [])] } };
  }

  #change(files: HostFiles): void {
    const { mknod, setattr } = files.node_ops;
    const { write, open } = files.stream_ops;
    files.node_ops = {
      ...files.node_ops,
      mknod: (parent, name, mode, device) =>
        this.#watched({ name: String(name), parent: parent as Node }, () => mknod!(parent, name, (mode as number) & ownerOnly, device)),
      setattr: (node, given) => {
        const { mode, ...others } = given as { mode?: number };
        return setattr!(node, mode === undefined ? given : { ...others, mode: mode & ownerOnly });
      },
    };
    files.stream_ops = {
      ...files.stream_ops,
      open: (stream) => this.#watched((stream as Stream).node, () => open!(stream)),
      write: (...given) => this.#watched((given[0] as Stream).node, () => write!(...given)),
      fsync: (stream) => this.#sync(stream as Stream),
    };
  }

  #sync({ nfd, node }: Stream): number {
    try {
      fs.fsyncSync(nfd);
      return 0;
    } catch (error) {
      const { code = 'EIO' } = error as NodeJS.ErrnoException;
      // Some file systems can't sync a directory, and need not.
      if (code === 'EINVAL' || code === 'EISDIR' || code === 'EBADF') return 0;
      this.#onFault({ code, path: pathOf(node), isFatal: true });
      return Number(Object.entries(faultCodes).find(([, name]) => name === code)?.[0] ?? 29);
    }
  }

  #watched<T>(node: Node, act: () => T): T {
    try {
      return act();
    } catch (error) {
      const code = faultCodes[(error as { errno?: number }).errno ?? 0];
      const path = pathOf(node);
      if (code !== undefined) this.#onFault({ code, path, isFatal: code === 'EIO' || /^(pg_wal|global\/pg_control)/.test(path) });
      throw error;
    }
  }
}

function pathOf(node: Node): string {
  const parts = [];
  for (let at = node; at.parent !== at; at = at.parent) parts.unshift(at.name);
  return parts.join('/');
}

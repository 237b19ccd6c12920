/** The database and directory of the start, for the message. */
export interface StartPlace {
  dataDirectory: string;
  databaseUrl: string | undefined;
}

interface Layer {
  code?: unknown;
  message?: unknown;
  path?: unknown;
  syscall?: unknown;
  severity?: unknown;
  cause?: unknown;
}

/** The maximum number of nested causes of an error that are examined. */
const deepest = 6;

/** Messages by error code of the system, about a file. */
const byFileCode: Readonly<Record<string, (path: string) => string>> = {
  ENOSPC: (path) => `There is no room left on the disk of ${path}. Make some and start again; nothing that was saved is lost.`,
  EDQUOT: (path) => `The quota of the disk of ${path} is used up. Make room and start again; nothing that was saved is lost.`,
  EROFS: (path) => `${path} is on a disk that is read-only. Make the disk writable, or choose another directory with DATA_DIR.`,
  EACCES: (path) => `The user of this server may not use ${path}. Give it to that user, or choose another directory with DATA_DIR.`,
  EPERM: (path) => `The user of this server may not change ${path}. Give it to that user, or choose another directory with DATA_DIR.`,
  EEXIST: (path) => `${path} is a file, where a directory belongs. Move it away, or choose another directory with DATA_DIR.`,
  ENOTDIR: (path) => `${path} lies under a file, where a directory belongs. Choose another directory with DATA_DIR.`,
  EISDIR: (path) => `${path} is a directory, where a file belongs. Move it away and start again.`,
  ENOENT: (path) =>
    `${path} can not be made: something on the way there is missing, or its disk is read-only. Choose another directory with DATA_DIR.`,
  EBUSY: (path) => `${path} is in use by another program, or is where a disk is mounted. Choose the directory above it with DATA_DIR.`,
  EIO: (path) => `The disk of ${path} has an error. Look after the disk, and bring the data back from a backup (npm run restore).`,
  EMFILE: (path) => `${path} can not be opened: this server has too many files open. Raise the limit (ulimit -n) and start again.`,
};

/** Messages by error code of the network and of PostgreSQL. @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
const byDatabaseCode: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there. Start PostgreSQL, or correct its host and port in DATABASE_URL.',
  ECONNRESET: 'it closes the connection. Look at its log, and at DATABASE_URL.',
  ENOTFOUND: 'there is no such host. Correct the host in DATABASE_URL.',
  EAI_AGAIN: 'the name of its host can not be looked up at the moment. Try again, or correct the host in DATABASE_URL.',
  EHOSTUNREACH: 'its host can not be reached. Correct the host in DATABASE_URL, or the network.',
  ENETUNREACH: 'its network can not be reached. Correct the host in DATABASE_URL, or the network.',
  ETIMEDOUT: 'it does not answer. Look whether it runs and may be reached from here.',
  '28P01': 'it does not take the password. Correct the user and the password in DATABASE_URL.',
  '28000': 'it does not let this user in. Correct the user in DATABASE_URL, or pg_hba.conf of the database.',
  '3D000': 'it has no such database. Create it, or correct the name at the end of DATABASE_URL.',
  '42501': 'its user may not make tables there. Make the user the owner of the database (alter database … owner to …).',
  '25006': 'it is read-only: a replica, or set to be. Give the address of the primary in DATABASE_URL.',
  '53300': 'it takes no more connections. Raise its max_connections, or stop what else uses it.',
  '53100': 'there is no room left on its disk. Make some and start again.',
  '57P03': 'it is starting or stopping. Start again in a few seconds.',
};
const databaseWords: readonly [RegExp, string][] = [
  [/timeout exceeded when trying to connect|Connection terminated due to connection timeout/, byDatabaseCode.ETIMEDOUT!],
  [/Connection terminated|Client has encountered a connection error/, byDatabaseCode.ECONNRESET!],
  [/does not support SSL/, 'it does not speak TLS. Take sslmode out of DATABASE_URL.'],
  [
    /self-signed certificate|unable to verify|certificate/i,
    'its certificate can not be trusted. See sslmode and sslrootcert of DATABASE_URL.',
  ],
  [/password must be a string/, 'it asks for a password. Give one in DATABASE_URL.'],
];

/** Returns the address of a database without user and password. */
function addressOf(databaseUrl: string): string {
  try {
    const { host, pathname } = new URL(databaseUrl);
    return `${host}${pathname}`;
  } catch {
    return 'the address of DATABASE_URL';
  }
}

/** Returns the reason why the start failed and what to do, as a sentence; null if it does not concern disks and databases. */
export function startRefusal(error: unknown, place: StartPlace): string | null {
  let layer = error as Layer | null | undefined;
  for (let depth = 0; depth < deepest && typeof layer === 'object' && layer !== null; depth++) {
    const sentence = sentenceOf(layer, place);
    if (sentence !== null) return sentence;
    layer = layer.cause as Layer;
  }
  return null;
}

function sentenceOf({ code, message, path, severity }: Layer, { dataDirectory, databaseUrl }: StartPlace): string | null {
  const known = typeof code === 'string' ? code : '';
  const file = byFileCode[known];
  if (file && (typeof path === 'string' || databaseUrl === undefined)) return file(typeof path === 'string' ? path : dataDirectory);
  if (databaseUrl === undefined) {
    if (known === '53100') return byFileCode.ENOSPC!(dataDirectory);
    if (severity === undefined) return null;
    return `The database in ${dataDirectory} says: ${String(message)}. Bring it back from a backup (npm run restore), or ask where you got this program.`;
  }
  const said = byDatabaseCode[known] ?? databaseWords.find(([words]) => words.test(String(message)))?.[1];
  if (said) return `The database at ${addressOf(databaseUrl)} can not be used: ${said}`;
  return severity === undefined ? null : `The database at ${addressOf(databaseUrl)} refuses: ${String(message)}.`;
}

import { execFileSync } from 'node:child_process';

/** The user that Debian's package of PostgreSQL makes. */
const name = 'postgres';
const idOf = (kind: '-u' | '-g') => Number(execFileSync('id', [kind, name], { encoding: 'utf8' }));

/** Returns the user that PostgreSQL runs as: it refuses to run as root. Empty if this user can run it. */
export const postgresUser = (): { uid?: number; gid?: number } => (process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {});

import { readFileSync, unlinkSync } from 'node:fs';
import { AppError } from '../../../shared/api/errors.ts';
import { createWhole } from './whole-file.ts';

interface Holder {
  pid: number;
  /** The start time of the process in the kernel's own unit, or null if unknown; distinguishes a reused pid from the holder. */
  startedAt: string | null;
}

export interface DirectoryLock {
  release(): void;
}

/**
 * Takes the lock file beside an embedded database, which two processes would silently corrupt.
 * @throws AppError `conflict` if a living process holds it.
 */
export function lockDirectory(lockPath: string): DirectoryLock {
  const mine: Holder = { pid: process.pid, startedAt: processStart(process.pid) };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    // The file appears with its content, so an empty one never belongs to a process that is about to write it.
    if (createWhole(lockPath, JSON.stringify(mine))) return { release: () => releaseOwn(lockPath, mine) };
    const holder = readHolder(lockPath);
    if (holder && isAlive(holder)) {
      throw new AppError(
        'conflict',
        `The data directory is in use by process ${holder.pid} (${lockPath}). Stop that server first, or choose another directory with DATA_DIR.`,
      );
    }
    unlinkIfThere(lockPath);
  }
  throw new AppError('conflict', `The lock file ${lockPath} keeps coming back; another server seems to be starting.`);
}

function readHolder(lockPath: string): Holder | null {
  try {
    const { pid, startedAt } = JSON.parse(readFileSync(lockPath, 'utf8')) as Partial<Holder>;
    return typeof pid === 'number' ? { pid, startedAt: startedAt ?? null } : null;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const startedAt = processStart(holder.pid);
  return holder.startedAt === null || startedAt === null || startedAt === holder.startedAt;
}

/** Returns the start time of a process in clock ticks since boot (field 22 of /proc/PID/stat), or null on other systems. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function releaseOwn(lockPath: string, mine: Holder): void {
  const holder = readHolder(lockPath);
  if (holder?.pid === mine.pid && holder.startedAt === mine.startedAt) unlinkIfThere(lockPath);
}

function unlinkIfThere(lockPath: string): void {
  try {
    unlinkSync(lockPath);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Lets a process end with this one, however this one ends. Gives what ends it before, and waits until it has. */
export function endWith(child: ChildProcess): () => Promise<void> {
  const kill = () => child.kill();
  process.once('exit', kill);
  return async () => {
    process.off('exit', kill);
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null && child.kill()) await once(child, 'exit');
  };
}

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Ends a child process when this process exits. Returns a function that ends it before that, and waits until it has ended. */
export function endWith(child: ChildProcess): () => Promise<void> {
  const kill = () => child.kill();
  process.once('exit', kill);
  return async () => {
    process.off('exit', kill);
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null && child.kill()) await once(child, 'exit');
  };
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Returns a test for names of scripts that were built, without their ending. Looks each time: files of older releases may lie there for as
 * long as pages use them.
 */
export function createBuiltScripts(clientDirectory: string): (name: string) => boolean {
  return (name) => !/[/\\]/.test(name) && existsSync(join(clientDirectory, 'assets', `${name}.js`));
}

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Path of a program that a shell would find by its name; undefined when there is none. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

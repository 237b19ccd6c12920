import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ProxiedProcess, proxyFiles, type ProxyPlace } from './proxy-files.ts';

/** Writes the files of NGINX to a folder, by default the one in which NGINX will look for them. */
export function writeProxy(processes: readonly ProxiedProcess[], place: ProxyPlace, folder = place.folder): void {
  for (const [name, text] of proxyFiles(processes, place)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  // For additions of the operator, which are never overwritten.
  mkdirSync(join(folder, 'local'), { recursive: true });
}

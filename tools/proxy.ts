/**
 * `npm run proxy -- --host HOST --certificate FILE --key FILE [--out FOLDER] [--folder FOLDER] [--assets FOLDER] NAME=HOST:PORT …`: writes
 * the configuration of NGINX for these processes.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { debianPlace, type ProxiedProcess } from './proxy/proxy-files.ts';
import { writeProxy } from './proxy/write-proxy.ts';

const usage =
  'usage: npm run proxy -- --host HOST --certificate FILE --key FILE [--out FOLDER] [--folder FOLDER] [--assets FOLDER] NAME=HOST:PORT …';

function readProcess(text: string): ProxiedProcess {
  const [name = '', address = ''] = text.split('=', 2);
  return { name, address };
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      host: { type: 'string' },
      certificate: { type: 'string' },
      key: { type: 'string' },
      out: { type: 'string' },
      folder: { type: 'string', default: debianPlace.folder },
      assets: { type: 'string', default: debianPlace.assets },
    },
  });
  const { host, certificate, key, out, folder, assets } = values;
  if (host === undefined || certificate === undefined || key === undefined) throw new Error(usage);
  const target = resolve(out ?? folder);
  writeProxy(positionals.map(readProcess), { ...debianPlace, folder, assets, host, certificate, certificateKey: key }, target);
  console.log(
    `The configuration of NGINX for ${positionals.length} processes is in ${target}. Check it with: nginx -t -c ${folder}/nginx.conf`,
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

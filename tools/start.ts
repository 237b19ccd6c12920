/** `npm start`: builds the client if it is missing or older than its sources, then runs the server in this process. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { buildClient, isClientBuilt } from './build-client.ts';

enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compile'));

if (!isClientBuilt()) {
  console.log('Building the client …');
  await buildClient();
}
const { runServer } = await import('../server/main.ts');
await runServer();

/** `npm run release:assets -- FOLDER`: adds the hashed files of the built client to the folder that NGINX serves them from. */
import { resolve } from 'node:path';
import { isClientBuilt } from './build-client.ts';
import { releaseAssets } from './release/release-assets.ts';

const [folder, ...others] = process.argv.slice(2);
if (folder === undefined || others.length > 0) {
  console.error('usage: npm run release:assets -- FOLDER');
  process.exitCode = 1;
} else if (!isClientBuilt()) {
  console.error('The client is not built, or older than its sources. Build it first: npm run build');
  process.exitCode = 1;
} else {
  const target = resolve(folder);
  const { added, removed } = releaseAssets(target);
  console.log(`${target}: ${added} files added, ${removed} removed that no release has had for a month.`);
}

/** `npm run bench -- NAME [--json]`: runs `bench/NAME.ts`, which exports `run(): Promise<Record<string, unknown>>`. */
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

const names = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'run.ts')
  .map((entry) => entry.name.slice(0, -'.ts'.length))
  .sort();

function fail(message: string): never {
  console.error(`${message}\nusage: npm run bench -- NAME [--json]\nbenchmarks: ${names.join(', ') || 'none'}`);
  process.exit(2);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options: { json: { type: 'boolean', default: false } }, allowPositionals: true });
    return { json: values.json, positionals };
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const { json, positionals } = readArguments();
const [name] = positionals;
if (positionals.length !== 1) fail(positionals.length === 0 ? 'name a benchmark' : `one benchmark at a time, not ${positionals.length}`);
if (!names.includes(name)) fail(`there is no benchmark "${name}"`);

const { run } = (await import(`./${name}.ts`)) as { run: () => Promise<Record<string, unknown>> };
const result = { name, ...(await run()) };
if (json) console.log(JSON.stringify(result));
else
  for (const [key, value] of Object.entries(result))
    console.log(`${key.padEnd(28)} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);

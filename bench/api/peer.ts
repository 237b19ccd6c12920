/** A bare server, run by the benchmark, that answers each path with the rows of the given statements, unchanged. */
import { randomUUID } from 'node:crypto';
import express from 'express';
import pg from 'pg';
import { changedParameterOf, type PatchStatement, type Statement } from './patched.ts';

/** `ID` in a parameter is replaced by the id of the path. */
interface ReadRoute {
  readonly method: 'get';
  readonly path: string;
  readonly statements: readonly Statement[];
}

/** A change; each request makes the next change of its universe. */
interface ChangeRoute {
  readonly method: 'patch';
  readonly path: string;
  readonly statements: readonly PatchStatement[];
}
export type PeerRoute = ReadRoute | ChangeRoute;

const { DATABASE_URL, ROUTES } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL });
const app = express();
app.disable('x-powered-by');
app.use(express.json());

const withId = (value: unknown, id: string) => (typeof value === 'string' ? value.replaceAll('ID', id) : value);

function addRead({ path, statements }: ReadRoute): void {
  app.get(path, async ({ params }, response) => {
    const rows: unknown[] = [];
    for (const [index, { text, parameters }] of statements.entries()) {
      const values = parameters.map((value) => withId(value, String(params.id ?? '')));
      // A named statement is planned once per connection, as in the server.
      rows.push((await pool.query({ name: `${path} ${index}`, text, values })).rows);
    }
    response.json(rows);
  });
}

function addChange({ path, statements }: ChangeRoute): void {
  const changes = new Map<string, number>();
  app.patch(path, async ({ params }, response) => {
    const id = String(params.id);
    const n = changes.get(id) ?? 0;
    changes.set(id, n + 1);
    const name = randomUUID();
    const client = await pool.connect();
    try {
      let rows: unknown[] = [];
      for (const [index, { text, parameters }] of statements.entries()) {
        const values = parameters.map((value) => withId('always' in value ? value.always : changedParameterOf(value, n, () => name), id));
        rows = (await client.query({ name: `${path} ${index}`, text, values })).rows;
      }
      response.json(rows);
    } finally {
      client.release();
    }
  });
}

for (const route of JSON.parse(ROUTES!) as PeerRoute[]) {
  if (route.method === 'get') addRead(route);
  else addChange(route);
}
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address() as { port: number };
  console.log(`ready at http://127.0.0.1:${address.port}`);
});

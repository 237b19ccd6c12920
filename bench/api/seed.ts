import type { DatabaseConnection } from '../../server/db/database.ts';

const words = ['slow', 'bright', 'quiet', 'amber', 'silver', 'distant', 'gentle', 'hidden', 'early', 'violet'];
const tables = ['physics', 'music', 'audio', 'visualization', 'coupling'].map((group) => `${group}_parameters`).concat('emitters', 'wells');

/** Columns of a table other than `own`. */
async function otherColumns({ query }: DatabaseConnection, table: string, own: readonly string[]): Promise<string> {
  const { rows } = await query('select column_name from information_schema.columns where table_schema = $1 and table_name = $2', [
    'public',
    table,
  ]);
  return (rows as { column_name: string }[])
    .map(({ column_name }) => `"${column_name}"`)
    .filter((name) => !own.includes(name))
    .join(', ');
}

/** Creates universes `first`..`last` as copies of `model`, each with another name, age, tags and position in the lists. */
export async function seedUniverses(connection: DatabaseConnection, model: string, first: number, last: number): Promise<void> {
  const own = ['"id"', '"name"', '"updated_at"', '"popularity"', '"tags"', '"edit_count"'];
  const shared = await otherColumns(connection, 'universes', own);
  const list = `array[${words.map((word) => `'${word}'`).join(', ')}]`;
  const range = [first, last, model];
  await connection.query(
    `insert into universes (${own.join(', ')}, ${shared})
     select 'seed' || n, (${list})[1 + n % 10] || ' ' || (${list})[1 + (n / 10) % 10] || ' ' || n, now() - n * interval '1 minute',
            (n * 7919) % 1000003, array[(${list})[1 + (n / 3) % 10]]::varchar[], 1, ${shared}
     from universes cross join generate_series($1::integer, $2::integer) as n where id = $3`,
    range,
  );
  for (const table of tables) {
    const columns = await otherColumns(connection, table, ['"universe_id"']);
    await connection.query(
      `insert into ${table} (universe_id, ${columns})
       select 'seed' || n, ${columns} from ${table} cross join generate_series($1::integer, $2::integer) as n where universe_id = $3`,
      range,
    );
  }
  // Brings the database into its usual state, as if it had not just been filled.
  await connection.query('vacuum analyze');
  await connection.query('checkpoint');
}

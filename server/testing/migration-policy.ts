import { readMigrationFiles } from 'drizzle-orm/migrator';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface MigrationFile {
  /** Number and name of the file. */
  tag: string;
  statements: readonly string[];
}

/** Returns every migration in order, split into statements. */
export function readMigrations(folder: string): MigrationFile[] {
  const { entries } = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as { entries: { tag: string }[] };
  return readMigrationFiles({ migrationsFolder: folder }).map(({ sql }, index) => ({
    tag: entries[index]!.tag,
    statements: sql.map((statement) => statement.trim()).filter((statement) => statement !== ''),
  }));
}

const createTable = /^CREATE TABLE "(\w+)"/;
const addColumn = /^ALTER TABLE "(\w+)" ADD COLUMN "(\w+)"/;
const addConstraint = /^ALTER TABLE "(\w+)" ADD CONSTRAINT "\w+" (.+)$/s;
const uniqueIndex = /^CREATE UNIQUE INDEX .+ ON "(\w+)"/;
/** Statements that a process of the previous version tolerates: it misses nothing, and its writes are accepted. */
const harmless = [
  /^CREATE INDEX /,
  /^DROP INDEX /,
  /^ALTER TABLE "\w+" DROP CONSTRAINT /,
  /^ALTER TABLE "\w+" ALTER COLUMN "\w+" DROP NOT NULL/,
  /^ALTER TABLE "\w+" ALTER COLUMN "\w+" SET DEFAULT /,
];

/**
 * Returns the statements of a migration that are not additive. Additive are: a new table, a new column that may be null or has a default,
 * an index, looser constraints, and a constraint over new tables and columns only.
 */
export function notAdditive({ statements }: MigrationFile): string[] {
  const newTables = new Set(statements.flatMap((statement) => createTable.exec(statement)?.[1] ?? []));
  const newColumns = new Set(
    statements.flatMap((statement) => {
      const [, table, column] = addColumn.exec(statement) ?? [];
      return table === undefined ? [] : [`"${table}"."${column!}"`, `"${column!}"`];
    }),
  );
  const isNewRule = (table: string, rule: string) => {
    if (newTables.has(table)) return true;
    const ruled = /^(?:FOREIGN KEY|UNIQUE) ?\(([^)]+)\)/.exec(rule)?.[1]?.split(',') ?? rule.match(/"\w+"\."\w+"/g) ?? [];
    return ruled.length > 0 && ruled.every((column) => newColumns.has(column.trim()));
  };
  return statements.filter((statement) => {
    if (createTable.test(statement) || harmless.some((form) => form.test(statement))) return false;
    if (addColumn.test(statement)) return / NOT NULL/.test(statement) && !/ DEFAULT /.test(statement);
    const [, table, rule] = addConstraint.exec(statement) ?? [];
    if (table !== undefined) return !isNewRule(table, rule!);
    const unique = uniqueIndex.exec(statement);
    return !unique || !newTables.has(unique[1]!);
  });
}

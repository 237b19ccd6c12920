import { type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, boolean, check, type CheckBuilder, doublePrecision, integer, text } from 'drizzle-orm/pg-core';
import { type PreferenceName, type Preferences, usualPreferences } from '../../../shared/api/accounts/preferences.ts';
import { bitmapDigits, type Field, type FieldValue } from '../../../shared/parameters/index.ts';
import { templateLimits } from '../../../shared/universe/index.ts';

const numberColumn = (name: string, value: number) => doublePrecision(name).notNull().default(value);
const integerColumn = (name: string, value: number) => integer(name).notNull().default(value);
const switchColumn = (name: string, value: boolean) => boolean(name).notNull().default(value);
const textColumn = <V extends string>(name: string, value: V) => text(name).$type<V>().notNull().default(value);

type ColumnOf<F extends Field> = F extends { kind: 'number' }
  ? ReturnType<typeof numberColumn>
  : F extends { kind: 'integer' }
    ? ReturnType<typeof integerColumn>
    : F extends { kind: 'switch' }
      ? ReturnType<typeof switchColumn>
      : ReturnType<typeof textColumn<FieldValue<F> & string>>;

type ColumnsOf<R extends Record<string, Field>> = { -readonly [K in keyof R]: ColumnOf<R[K]> };

/** Returns a column for each described field, `snake_case`, never null, with the field's default, so that old rows get new fields. */
export function tableColumnsOf<R extends Record<string, Field>>(fields: R): ColumnsOf<R> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, columnOf(snakeCase(key), field)])) as ColumnsOf<R>;
}

function columnOf(name: string, field: Field) {
  switch (field.kind) {
    case 'number':
      return numberColumn(name, field.default);
    case 'integer':
      return integerColumn(name, field.default);
    case 'switch':
      return switchColumn(name, field.default);
    case 'choice':
    case 'colour':
    case 'pitches':
    case 'bitmap':
      return textColumn(name, field.default);
  }
}

/** Returns a column for each preference, never null. The default is the first of its choices. */
export function preferenceColumns() {
  return {
    theme: preferenceColumn('theme'),
    reducedMotion: preferenceColumn('reducedMotion'),
    pictureQuality: preferenceColumn('pictureQuality'),
    language: preferenceColumn('language'),
    reports: preferenceColumn('reports'),
  } satisfies Record<PreferenceName, unknown>;
}

const preferenceColumn = <N extends PreferenceName>(name: N) => textColumn<Preferences[N]>(snakeCase(name), usualPreferences[name]);

/** Returns the CHECK of the length of a list of parameters. `putForwardSchema` checks which parameters exist. */
export const putForwardCheck = (prefix: string, column: AnyPgColumn): CheckBuilder =>
  check(`${prefix}_put_forward_check`, sql`cardinality(${column}) <= ${sql.raw(`${templateLimits.putForward.max}`)}`);

/**
 * Returns a CHECK for each field with a range or a format. A choice has none: its list grows, and the schemas that are derived from the
 * registry refuse unknown values (docs/decisions/0043-lists-that-grow.md).
 */
export function checksOf<R extends Record<string, Field>>(
  prefix: string,
  fields: R,
  columns: Record<keyof R, AnyPgColumn>,
): CheckBuilder[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const rule = ruleOf(field, columns[key]);
    return rule ? [check(`${prefix}_${snakeCase(key)}_check`, rule)] : [];
  });
}

function ruleOf(field: Field, column: AnyPgColumn): SQL | null {
  switch (field.kind) {
    case 'number':
    case 'integer':
      // NaN sorts above every number in PostgreSQL, so the upper bound rejects it.
      return rangeOf(sql`${column}`, field);
    case 'colour':
      return isColour(column);
    case 'pitches':
      return sql`${column} ~ '^1[01]{11}$' and ${column} <> '100000000000'`;
    case 'bitmap':
      // A repetition in a regular expression of PostgreSQL is limited to 255.
      return sql`${column} ~ '^[0-9a-f]+$' and length(${column}) = ${sql.raw(`${bitmapDigits(field)}`)}`;
    case 'choice':
    case 'switch':
      return null;
  }
}

export const rangeOf = (value: SQL, { min, max }: { min: number; max: number }) =>
  sql`${value} between ${sql.raw(`${min}`)} and ${sql.raw(`${max}`)}`;

/** Returns the condition for a list that does not grow, such as roles. */
export const isOneOf = (column: AnyPgColumn, choices: readonly string[]) => sql`${column} in (${sql.raw(choices.map(quoted).join(', '))})`;

export const isColour = (column: AnyPgColumn) => sql`${column} ~ '^#[0-9a-f]{6}$'`;

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;

const snakeCase = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

import { expect, it } from 'vitest';
import { notAdditive } from './migration-policy.ts';

const refused = (...statements: string[]) => notAdditive({ tag: '0000_any', statements });

it.each([
  'DROP TABLE "notes";',
  'ALTER TABLE "users" DROP COLUMN "bio";',
  'ALTER TABLE "users" RENAME COLUMN "bio" TO "about";',
  'ALTER TABLE "users" RENAME TO "people";',
  'ALTER TABLE "users" ALTER COLUMN "bio" SET NOT NULL;',
  'ALTER TABLE "users" ALTER COLUMN "bio" SET DATA TYPE text;',
  'ALTER TABLE "users" ALTER COLUMN "bio" DROP DEFAULT;',
  'ALTER TABLE "users" ADD COLUMN "age" integer NOT NULL;',
  `ALTER TABLE "users" ADD CONSTRAINT "users_bio_check" CHECK ("users"."bio" <> '');`,
  'ALTER TABLE "users" ADD CONSTRAINT "users_bio_unique" UNIQUE("bio");',
  'ALTER TABLE "users" ADD CONSTRAINT "users_any_check" CHECK (false);',
  'CREATE UNIQUE INDEX "users_bio_index" ON "users" USING btree ("bio");',
  `UPDATE "users" SET "bio" = '';`,
  'DELETE FROM "users";',
])('finds a statement that is not additive: %s', (statement) => {
  expect(refused(statement)).toEqual([statement]);
});

it.each([
  ['CREATE TABLE "notes" ("id" text NOT NULL);', 'ALTER TABLE "notes" ADD CONSTRAINT "notes_id_check" CHECK ("notes"."id" <> \'\');'],
  ['ALTER TABLE "users" ADD COLUMN "age" integer;', 'ALTER TABLE "users" ADD CONSTRAINT "users_age_check" CHECK ("users"."age" > 0);'],
  ['ALTER TABLE "users" ADD COLUMN "kind" text DEFAULT \'any\' NOT NULL;'],
  ['ALTER TABLE "users" ADD COLUMN "code" text;', 'ALTER TABLE "users" ADD CONSTRAINT "users_code_unique" UNIQUE("code");'],
  ['ALTER TABLE "users" DROP CONSTRAINT "users_bio_check";'],
  ['CREATE INDEX "users_bio_index" ON "users" USING btree ("bio");'],
  ['ALTER TABLE "users" ALTER COLUMN "bio" DROP NOT NULL;'],
])('accepts an additive statement: %s', (...statements) => {
  expect(refused(...statements)).toEqual([]);
});

it('does not accept a constraint over a new column and an old one', () => {
  const rule = 'ALTER TABLE "users" ADD CONSTRAINT "users_both_check" CHECK ("users"."age" > 0 or "users"."bio" is not null);';
  expect(refused('ALTER TABLE "users" ADD COLUMN "age" integer;', rule)).toEqual([rule]);
});

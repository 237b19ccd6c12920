ALTER TABLE "universes" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "universes" ADD CONSTRAINT "universes_revision_check" CHECK ("universes"."revision" >= 1);
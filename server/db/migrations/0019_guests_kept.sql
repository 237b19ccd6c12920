CREATE TABLE "spent_guests" (
	"id" varchar(24) PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "is_kept" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "spent_guests_created_index" ON "spent_guests" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "users_idle_guests_index" ON "users" USING btree ("created_at") WHERE "users"."account_since" is null and not "users"."is_kept";--> statement-breakpoint
UPDATE "users" SET "is_kept" = true WHERE "bio" <> '' OR "theme" <> 'system' OR "reduced_motion" <> 'system' OR "picture_quality" <> 'auto' OR "language" <> 'system'
	OR "display_name" !~ '^(Quiet|Bright|Slow|Amber|Distant|Silver|Gentle|Wandering|Crimson|Hidden|Early|Violet) (Comet|Nebula|Pulsar|Moon|Aurora|Quasar|Meteor|Eclipse|Orbit|Star|Planet|Zenith)$'
	OR "id" IN (SELECT "user_id" FROM "edit_journal");

CREATE TABLE "room_decisions" (
	"universe_id" varchar(24) PRIMARY KEY NOT NULL,
	"decisions" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "room_decisions" ADD CONSTRAINT "room_decisions_universe_id_universes_id_fk" FOREIGN KEY ("universe_id") REFERENCES "public"."universes"("id") ON DELETE cascade ON UPDATE no action;
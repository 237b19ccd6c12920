CREATE TABLE "notes" (
	"user_id" varchar(24) NOT NULL,
	"universe_id" varchar(24) NOT NULL,
	"text" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notes_user_id_universe_id_pk" PRIMARY KEY("user_id","universe_id"),
	CONSTRAINT "notes_text_check" CHECK ("notes"."text" ~ '^[^.]+[.][A-Za-z0-9_-]+$' and length("notes"."text") between 1 and 8071)
);
--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_universe_id_universes_id_fk" FOREIGN KEY ("universe_id") REFERENCES "public"."universes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notes_universe_index" ON "notes" USING btree ("universe_id");
CREATE TABLE "search_entries" (
	"universe_id" varchar(24),
	"template_id" varchar(40),
	"user_id" varchar(24),
	"words" "tsvector" NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "search_entries_universe_id_unique" UNIQUE("universe_id"),
	CONSTRAINT "search_entries_template_id_unique" UNIQUE("template_id"),
	CONSTRAINT "search_entries_user_id_unique" UNIQUE("user_id"),
	CONSTRAINT "search_entries_subject_check" CHECK (num_nonnulls("search_entries"."universe_id", "search_entries"."template_id", "search_entries"."user_id") = 1)
);
--> statement-breakpoint
DROP INDEX "universes_search_index";--> statement-breakpoint
DROP INDEX "universes_tags_index";--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_universe_id_universes_id_fk" FOREIGN KEY ("universe_id") REFERENCES "public"."universes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_template_id_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."templates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_entries_words_index" ON "search_entries" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_entries_tags_index" ON "search_entries" USING gin ("tags");
CREATE TABLE "storyboard_versions" (
	"storyboard_id" varchar(24) NOT NULL,
	"version" integer NOT NULL,
	"title" varchar(100) NOT NULL,
	"duration" double precision NOT NULL,
	"loop" boolean NOT NULL,
	"points" jsonb NOT NULL,
	"author_id" varchar(24),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "storyboard_versions_storyboard_id_version_pk" PRIMARY KEY("storyboard_id","version"),
	CONSTRAINT "storyboard_versions_version_check" CHECK ("storyboard_versions"."version" >= 1),
	CONSTRAINT "storyboard_versions_title_check" CHECK (char_length("storyboard_versions"."title") between 1 and 100),
	CONSTRAINT "storyboard_versions_duration_check" CHECK ("storyboard_versions"."duration" between 1 and 600),
	CONSTRAINT "storyboard_versions_points_check" CHECK (jsonb_typeof("storyboard_versions"."points") = 'array' and jsonb_array_length("storyboard_versions"."points") between 0 and 32)
);
--> statement-breakpoint
CREATE TABLE "storyboards" (
	"id" varchar(24) PRIMARY KEY NOT NULL,
	"universe_id" varchar(24) NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "storyboards_version_check" CHECK ("storyboards"."version" >= 1)
);
--> statement-breakpoint
ALTER TABLE "universes" ADD COLUMN "storyboard" jsonb;--> statement-breakpoint
ALTER TABLE "storyboard_versions" ADD CONSTRAINT "storyboard_versions_storyboard_id_storyboards_id_fk" FOREIGN KEY ("storyboard_id") REFERENCES "public"."storyboards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "storyboard_versions" ADD CONSTRAINT "storyboard_versions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "storyboards" ADD CONSTRAINT "storyboards_universe_id_universes_id_fk" FOREIGN KEY ("universe_id") REFERENCES "public"."universes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "storyboard_versions_author_index" ON "storyboard_versions" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "storyboards_universe_index" ON "storyboards" USING btree ("universe_id","created_at");--> statement-breakpoint
ALTER TABLE "universes" ADD CONSTRAINT "universes_storyboard_check" CHECK (jsonb_typeof("universes"."storyboard") = 'object');
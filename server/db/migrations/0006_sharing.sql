CREATE TABLE "collaborators" (
	"universe_id" varchar(24) NOT NULL,
	"user_id" varchar(24) NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "collaborators_universe_id_user_id_pk" PRIMARY KEY("universe_id","user_id"),
	CONSTRAINT "collaborators_role_check" CHECK ("collaborators"."role" in ('editor', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "favourites" (
	"user_id" varchar(24) NOT NULL,
	"universe_id" varchar(24) NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "favourites_user_id_universe_id_pk" PRIMARY KEY("user_id","universe_id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" varchar(24) PRIMARY KEY NOT NULL,
	"universe_id" varchar(24) NOT NULL,
	"role" text NOT NULL,
	"secret_hash" varchar(64) NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_secret_hash_unique" UNIQUE("secret_hash"),
	CONSTRAINT "invitations_role_check" CHECK ("invitations"."role" in ('editor', 'viewer')),
	CONSTRAINT "invitations_secret_hash_check" CHECK ("invitations"."secret_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
DROP INDEX "universes_recent_index";--> statement-breakpoint
ALTER TABLE "universes" ADD COLUMN "favourite_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "universes" ADD COLUMN "popularity" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "universes" ADD COLUMN "tags" varchar(24)[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "universes" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "collaborators" ADD CONSTRAINT "collaborators_universe_id_universes_id_fk" FOREIGN KEY ("universe_id") REFERENCES "public"."universes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collaborators" ADD CONSTRAINT "collaborators_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_universe_id_universes_id_fk" FOREIGN KEY ("universe_id") REFERENCES "public"."universes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_universe_id_universes_id_fk" FOREIGN KEY ("universe_id") REFERENCES "public"."universes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "collaborators_user_index" ON "collaborators" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "favourites_universe_index" ON "favourites" USING btree ("universe_id");--> statement-breakpoint
CREATE INDEX "favourites_recent_index" ON "favourites" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "invitations_universe_index" ON "invitations" USING btree ("universe_id");--> statement-breakpoint
CREATE INDEX "invitations_expires_index" ON "invitations" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "universes_popular_index" ON "universes" USING btree ("popularity","id") WHERE "universes"."is_public" and "universes"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "universes_search_index" ON "universes" USING gin ((setweight(to_tsvector('simple', "name"), 'A') || setweight(to_tsvector('simple', "description"), 'B')));--> statement-breakpoint
CREATE INDEX "universes_tags_index" ON "universes" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "universes_deleted_index" ON "universes" USING btree ("deleted_at");--> statement-breakpoint
CREATE INDEX "universes_recent_index" ON "universes" USING btree ("updated_at","id") WHERE "universes"."is_public" and "universes"."deleted_at" is null;--> statement-breakpoint
ALTER TABLE "universes" ADD CONSTRAINT "universes_favourite_count_check" CHECK ("universes"."favourite_count" >= 0);--> statement-breakpoint
ALTER TABLE "universes" ADD CONSTRAINT "universes_popularity_check" CHECK ("universes"."popularity" between 0 and 1e9);--> statement-breakpoint
ALTER TABLE "universes" ADD CONSTRAINT "universes_tags_check" CHECK (cardinality("universes"."tags") <= 8);
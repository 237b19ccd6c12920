CREATE TABLE "comments" (
	"id" varchar(24) PRIMARY KEY NOT NULL,
	"universe_id" varchar(24) NOT NULL,
	"thread_id" varchar(24),
	"number" integer,
	"author_id" varchar(24),
	"text" varchar(2000) NOT NULL,
	"tick" integer,
	"x" double precision,
	"y" double precision,
	"z" double precision,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"resolved_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	"deleted_by" varchar(24),
	CONSTRAINT "comments_place_in_universe_unique" UNIQUE("id","universe_id"),
	CONSTRAINT "comments_number_unique" UNIQUE("universe_id","number"),
	CONSTRAINT "comments_text_check" CHECK (char_length("comments"."text") between 1 and 2000 or ("comments"."author_id" is null and "comments"."text" = '')),
	CONSTRAINT "comments_author_check" CHECK ("comments"."author_id" is not null or "comments"."deleted_at" is not null),
	CONSTRAINT "comments_deleted_check" CHECK (("comments"."deleted_at" is null) = ("comments"."deleted_by" is null)),
	CONSTRAINT "comments_number_check" CHECK (("comments"."number" is null) = ("comments"."thread_id" is not null) and "comments"."number" > 0),
	CONSTRAINT "comments_reply_check" CHECK ("comments"."thread_id" is null or num_nonnulls("comments"."tick", "comments"."x", "comments"."resolved_at") = 0),
	CONSTRAINT "comments_tick_check" CHECK ("comments"."tick" between 0 and 2147483647),
	CONSTRAINT "comments_place_check" CHECK (num_nulls("comments"."x", "comments"."y", "comments"."z") in (0, 3)),
	CONSTRAINT "comments_x_check" CHECK ("comments"."x" between -200 and 200),
	CONSTRAINT "comments_y_check" CHECK ("comments"."y" between -200 and 200),
	CONSTRAINT "comments_z_check" CHECK ("comments"."z" between -200 and 200)
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" varchar(24) PRIMARY KEY NOT NULL,
	"user_id" varchar(24) NOT NULL,
	"kind" text NOT NULL,
	"topic" varchar(80) NOT NULL,
	"universe_id" varchar(24) NOT NULL,
	"actor_id" varchar(24),
	"comment_id" varchar(24),
	"count" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notifications_topic_unique" UNIQUE("user_id","topic"),
	CONSTRAINT "notifications_kind_check" CHECK ("notifications"."kind" in ('comment', 'reply', 'joined', 'review', 'transferred', 'favourite')),
	CONSTRAINT "notifications_comment_check" CHECK (("notifications"."kind" in ('comment', 'reply')) = ("notifications"."comment_id" is not null)),
	CONSTRAINT "notifications_count_check" CHECK ("notifications"."count" >= 1),
	CONSTRAINT "notifications_actor_check" CHECK ("notifications"."actor_id" <> "notifications"."user_id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"user_id" varchar(24) NOT NULL,
	"universe_id" varchar(24) NOT NULL,
	"stars" smallint NOT NULL,
	"text" varchar(2000) DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	CONSTRAINT "reviews_user_id_universe_id_pk" PRIMARY KEY("user_id","universe_id"),
	CONSTRAINT "reviews_stars_check" CHECK ("reviews"."stars" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "universes" ADD COLUMN "comment_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "universes" ADD COLUMN "threads_begun" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "universes" ADD COLUMN "rating_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "universes" ADD COLUMN "rating_sum" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_universe_id_universes_id_fk" FOREIGN KEY ("universe_id") REFERENCES "public"."universes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_thread_fk" FOREIGN KEY ("thread_id","universe_id") REFERENCES "public"."comments"("id","universe_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_universe_id_universes_id_fk" FOREIGN KEY ("universe_id") REFERENCES "public"."universes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_universe_id_universes_id_fk" FOREIGN KEY ("universe_id") REFERENCES "public"."universes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_threads_index" ON "comments" USING btree ("universe_id","created_at","id") WHERE "comments"."thread_id" is null;--> statement-breakpoint
CREATE INDEX "comments_replies_index" ON "comments" USING btree ("thread_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_author_index" ON "comments" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "comments_deleted_index" ON "comments" USING btree ("deleted_at") WHERE "comments"."deleted_at" is not null;--> statement-breakpoint
CREATE INDEX "notifications_recent_index" ON "notifications" USING btree ("user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notifications_created_index" ON "notifications" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "notifications_universe_index" ON "notifications" USING btree ("universe_id");--> statement-breakpoint
CREATE INDEX "notifications_actor_index" ON "notifications" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "notifications_comment_index" ON "notifications" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "reviews_universe_index" ON "reviews" USING btree ("universe_id","created_at","user_id");--> statement-breakpoint
ALTER TABLE "universes" ADD CONSTRAINT "universes_comment_count_check" CHECK ("universes"."comment_count" between 0 and 5000);--> statement-breakpoint
ALTER TABLE "universes" ADD CONSTRAINT "universes_threads_begun_check" CHECK ("universes"."threads_begun" >= 0);--> statement-breakpoint
ALTER TABLE "universes" ADD CONSTRAINT "universes_rating_count_check" CHECK ("universes"."rating_count" >= 0);--> statement-breakpoint
ALTER TABLE "universes" ADD CONSTRAINT "universes_rating_sum_check" CHECK ("universes"."rating_sum" between "universes"."rating_count" * 1 and "universes"."rating_count" * 5);
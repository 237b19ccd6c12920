CREATE TABLE "activity" (
	"id" varchar(24) PRIMARY KEY NOT NULL,
	"user_id" varchar(24) NOT NULL,
	"kind" text NOT NULL,
	"detail" varchar(24),
	"universe_id" varchar(24),
	"person_id" varchar(24),
	"topic" varchar(60),
	"count" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "activity_topic_unique" UNIQUE("user_id","topic"),
	CONSTRAINT "activity_kind_check" CHECK ("activity"."kind" in ('registered', 'signed-in', 'sign-in-failed', 'signed-out-everywhere', 'password-changed', 'password-reset', 'address-verified', 'identity-linked', 'identity-unlinked', 'collaborator-joined', 'collaborator-left', 'role-changed', 'collaborator-removed', 'visibility-changed', 'universe-transferred', 'universe-deleted', 'universe-restored')),
	CONSTRAINT "activity_detail_check" CHECK ("activity"."detail" ~ '^[a-z0-9-]{1,24}$'),
	CONSTRAINT "activity_count_check" CHECK ("activity"."count" >= 1)
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"provider" varchar(20) NOT NULL,
	"subject" varchar(255) NOT NULL,
	"user_id" varchar(24) NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identities_provider_subject_pk" PRIMARY KEY("provider","subject"),
	CONSTRAINT "identities_user_unique" UNIQUE("user_id","provider"),
	CONSTRAINT "identities_provider_check" CHECK ("identities"."provider" ~ '^[a-z0-9-]{1,20}$'),
	CONSTRAINT "identities_subject_check" CHECK (char_length("identities"."subject") >= 1)
);
--> statement-breakpoint
CREATE TABLE "mail_secrets" (
	"secret_hash" varchar(64) PRIMARY KEY NOT NULL,
	"user_id" varchar(24) NOT NULL,
	"purpose" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_secrets_purpose_check" CHECK ("mail_secrets"."purpose" in ('verify', 'reset')),
	CONSTRAINT "mail_secrets_hash_check" CHECK ("mail_secrets"."secret_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "users_account_check";--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "account_since" timestamp with time zone;--> statement-breakpoint
UPDATE "users" SET "account_since" = "created_at" WHERE "email" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "email_verified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_secrets" ADD CONSTRAINT "mail_secrets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_recent_index" ON "activity" USING btree ("user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "activity_created_index" ON "activity" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mail_secrets_user_index" ON "mail_secrets" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "mail_secrets_expires_index" ON "mail_secrets" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_email_verified_check" CHECK ("users"."email_verified_at" is null or "users"."email" is not null);--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_email_check" CHECK (("users"."email" is null) = ("users"."email_hash" is null));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_password_check" CHECK ("users"."password_hash" is null or "users"."email" is not null);--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_account_check" CHECK ("users"."account_since" is not null or num_nonnulls("users"."email", "users"."password_hash") = 0);
ALTER TABLE "users" ADD COLUMN "bio" varchar(500) DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "role" text DEFAULT 'user' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "email_hash" varchar(64);--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "password_hash" varchar(200);--> statement-breakpoint
CREATE INDEX "session_user_index" ON "session" USING btree (("sess" -> 'passport' ->> 'user'));--> statement-breakpoint
ALTER TABLE "users" DROP COLUMN "is_guest";--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_email_hash_unique" UNIQUE("email_hash");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_display_name_check" CHECK (char_length("users"."display_name") between 1 and 40);--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_bio_check" CHECK (char_length("users"."bio") between 0 and 500);--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_colour_check" CHECK ("users"."colour" ~ '^#[0-9a-f]{6}$');--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_role_check" CHECK ("users"."role" in ('user', 'admin'));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_email_hash_check" CHECK ("users"."email_hash" ~ '^[0-9a-f]{64}$');--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_password_hash_check" CHECK ("users"."password_hash" like '$argon2id$%');--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_account_check" CHECK (num_nulls("users"."email", "users"."email_hash", "users"."password_hash") in (0, 3));
CREATE TABLE "secret_marks" (
	"id" varchar(16) PRIMARY KEY NOT NULL,
	"mark" varchar(64) NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "secret_marks_mark_check" CHECK ("secret_marks"."mark" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_check";--> statement-breakpoint
ALTER TABLE "notifications" ALTER COLUMN "universe_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "lost_id" varchar(24);--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "lost_name" varchar(100);--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_lost_check" CHECK (("notifications"."universe_id" is null) = ("notifications"."kind" in ('deleted', 'owner-left')));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_lost_name_check" CHECK (num_nulls("notifications"."universe_id", "notifications"."lost_id") = 1 and ("notifications"."lost_id" is null) = ("notifications"."lost_name" is null));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_check" CHECK ("notifications"."kind" in ('comment', 'reply', 'joined', 'review', 'transferred', 'favourite', 'deleted', 'owner-left'));
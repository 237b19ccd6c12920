ALTER TABLE "comments" DROP CONSTRAINT "comments_reply_check";--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "story_seconds" double precision;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_story_seconds_check" CHECK ("comments"."story_seconds" between 0 and 600);--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_reply_check" CHECK ("comments"."thread_id" is null or num_nonnulls("comments"."tick", "comments"."story_seconds", "comments"."x", "comments"."resolved_at") = 0);
CREATE TABLE "invitation_uses" (
	"invitation_id" varchar(24) NOT NULL,
	"user_id" varchar(24) NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_uses_invitation_id_user_id_pk" PRIMARY KEY("invitation_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "role_decisions" (
	"universe_id" varchar(24) NOT NULL,
	"user_id" varchar(24) NOT NULL,
	"role" text,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "role_decisions_universe_id_user_id_pk" PRIMARY KEY("universe_id","user_id"),
	CONSTRAINT "role_decisions_role_check" CHECK ("role_decisions"."role" in ('editor', 'viewer'))
);
--> statement-breakpoint
ALTER TABLE "activity" DROP CONSTRAINT "activity_kind_check";--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "pending_sign_in" jsonb;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "session_generation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "sessions_ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "max_uses" integer DEFAULT 100 NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "uses" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation_uses" ADD CONSTRAINT "invitation_uses_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_uses" ADD CONSTRAINT "invitation_uses_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_decisions" ADD CONSTRAINT "role_decisions_universe_id_universes_id_fk" FOREIGN KEY ("universe_id") REFERENCES "public"."universes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_decisions" ADD CONSTRAINT "role_decisions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitation_uses_user_index" ON "invitation_uses" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "role_decisions_user_index" ON "role_decisions" USING btree ("user_id");--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_kind_check" CHECK ("activity"."kind" in ('registered', 'signed-in', 'sign-in-failed', 'password-check-failed', 'signed-out-everywhere', 'password-changed', 'password-reset', 'address-verified', 'identity-linked', 'identity-unlinked', 'collaborator-joined', 'collaborator-left', 'role-changed', 'collaborator-removed', 'visibility-changed', 'universe-transferred', 'universe-deleted', 'universe-restored'));--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_max_uses_check" CHECK ("invitations"."max_uses" between 1 and 100);--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_uses_check" CHECK ("invitations"."uses" between 0 and "invitations"."max_uses");--> statement-breakpoint
UPDATE "session" SET "sid" = encode(sha256(convert_to("sid", 'UTF8')), 'hex');

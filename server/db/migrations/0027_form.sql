ALTER TABLE "music_parameters" ADD COLUMN "form" double precision DEFAULT 0.7 NOT NULL;--> statement-breakpoint
ALTER TABLE "music_parameters" ADD COLUMN "intensity" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "music_parameters" ADD COLUMN "expression" double precision DEFAULT 0.6 NOT NULL;--> statement-breakpoint
ALTER TABLE "music_parameters" ADD CONSTRAINT "music_form_check" CHECK ("music_parameters"."form" between 0 and 1);--> statement-breakpoint
ALTER TABLE "music_parameters" ADD CONSTRAINT "music_intensity_check" CHECK ("music_parameters"."intensity" between -1 and 1);--> statement-breakpoint
ALTER TABLE "music_parameters" ADD CONSTRAINT "music_expression_check" CHECK ("music_parameters"."expression" between 0 and 1);
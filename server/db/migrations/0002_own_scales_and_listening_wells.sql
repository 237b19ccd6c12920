ALTER TABLE "music_parameters" DROP CONSTRAINT "music_scale_check";--> statement-breakpoint
ALTER TABLE "music_parameters" ADD COLUMN "custom_scale" text DEFAULT '110011011001' NOT NULL;--> statement-breakpoint
ALTER TABLE "wells" ADD COLUMN "listening" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "music_parameters" ADD CONSTRAINT "music_custom_scale_check" CHECK ("music_parameters"."custom_scale" ~ '^1[01]{11}$' and "music_parameters"."custom_scale" <> '100000000000');--> statement-breakpoint
ALTER TABLE "music_parameters" ADD CONSTRAINT "music_scale_check" CHECK ("music_parameters"."scale" in ('major', 'natural-minor', 'harmonic-minor', 'melodic-minor', 'dorian', 'phrygian', 'lydian', 'mixolydian', 'locrian', 'major-pentatonic', 'minor-pentatonic', 'blues', 'whole-tone', 'chromatic', 'custom'));--> statement-breakpoint
ALTER TABLE "wells" ADD CONSTRAINT "wells_listening_check" CHECK ("wells"."listening" between 0 and 1);
ALTER TABLE "emitters" DROP CONSTRAINT "emitters_shape_check";--> statement-breakpoint
ALTER TABLE "visualization_parameters" DROP CONSTRAINT "visualization_palette_check";--> statement-breakpoint
ALTER TABLE "emitters" ADD COLUMN "mask" text DEFAULT '00000000000000000001800000018000000180000003c0000003c0000007e0000007e0000007e000000ff0003ffffffc1ffffff80ffffff003ffffc001ffff8000ffff00007ffe00003ffc00007ffe00007ffe00007ffe00007ffe0000fc3f0000f81f0000e0070000c003000100008000000000000000000000000000000000' NOT NULL;--> statement-breakpoint
ALTER TABLE "emitters" ADD COLUMN "mass" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "physics_parameters" ADD COLUMN "body_gravity" double precision DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "physics_parameters" ADD COLUMN "rate_variation" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "physics_parameters" ADD COLUMN "speed_variation" double precision DEFAULT 0.15 NOT NULL;--> statement-breakpoint
ALTER TABLE "physics_parameters" ADD COLUMN "lifetime_variation" double precision DEFAULT 0.15 NOT NULL;--> statement-breakpoint
ALTER TABLE "physics_parameters" ADD COLUMN "species_force" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "physics_parameters" ADD COLUMN "species_reach" double precision DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "universes" ADD COLUMN "affinities" double precision[] DEFAULT '{0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0}' NOT NULL;--> statement-breakpoint
ALTER TABLE "wells" ADD COLUMN "softening" double precision DEFAULT 0.35 NOT NULL;--> statement-breakpoint
ALTER TABLE "emitters" ADD CONSTRAINT "emitters_mask_check" CHECK ("emitters"."mask" ~ '^[0-9a-f]+$' and length("emitters"."mask") = 256);--> statement-breakpoint
ALTER TABLE "emitters" ADD CONSTRAINT "emitters_mass_check" CHECK ("emitters"."mass" between 0 and 1000);--> statement-breakpoint
ALTER TABLE "emitters" ADD CONSTRAINT "emitters_shape_check" CHECK ("emitters"."shape" in ('point', 'ring', 'sphere', 'line', 'image'));--> statement-breakpoint
ALTER TABLE "physics_parameters" ADD CONSTRAINT "physics_body_gravity_check" CHECK ("physics_parameters"."body_gravity" between 0 and 20);--> statement-breakpoint
ALTER TABLE "physics_parameters" ADD CONSTRAINT "physics_rate_variation_check" CHECK ("physics_parameters"."rate_variation" between 0 and 1);--> statement-breakpoint
ALTER TABLE "physics_parameters" ADD CONSTRAINT "physics_speed_variation_check" CHECK ("physics_parameters"."speed_variation" between 0 and 1);--> statement-breakpoint
ALTER TABLE "physics_parameters" ADD CONSTRAINT "physics_lifetime_variation_check" CHECK ("physics_parameters"."lifetime_variation" between 0 and 1);--> statement-breakpoint
ALTER TABLE "physics_parameters" ADD CONSTRAINT "physics_species_force_check" CHECK ("physics_parameters"."species_force" between 0 and 50);--> statement-breakpoint
ALTER TABLE "physics_parameters" ADD CONSTRAINT "physics_species_reach_check" CHECK ("physics_parameters"."species_reach" between 0.1 and 10);--> statement-breakpoint
ALTER TABLE "universes" ADD CONSTRAINT "universes_affinities_check" CHECK (cardinality("universes"."affinities") = 36 and -1 <= all ("universes"."affinities") and 1 >= all ("universes"."affinities"));--> statement-breakpoint
ALTER TABLE "visualization_parameters" ADD CONSTRAINT "visualization_palette_check" CHECK ("visualization_parameters"."palette" in ('aurora', 'ember', 'ocean', 'orchid', 'forest', 'ice', 'solar', 'dusk', 'viridis', 'mono', 'harmony', 'custom'));--> statement-breakpoint
ALTER TABLE "wells" ADD CONSTRAINT "wells_softening_check" CHECK ("wells"."softening" between 0 and 10);
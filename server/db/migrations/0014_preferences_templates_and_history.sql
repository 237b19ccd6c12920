CREATE TABLE "moments" (
	"universe_id" varchar(24) NOT NULL,
	"sequence" integer NOT NULL,
	"document" jsonb NOT NULL,
	"name" varchar(100),
	"author_id" varchar(24),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "moments_universe_id_sequence_pk" PRIMARY KEY("universe_id","sequence"),
	CONSTRAINT "moments_sequence_check" CHECK ("moments"."sequence" >= 0),
	CONSTRAINT "moments_name_check" CHECK (char_length("moments"."name") between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "templates" ADD COLUMN "owner_id" varchar(24);--> statement-breakpoint
ALTER TABLE "templates" ADD COLUMN "is_public" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "templates" ADD COLUMN "put_forward" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "templates" ADD COLUMN "created_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "universes" ADD COLUMN "put_forward" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "theme" text DEFAULT 'system' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "reduced_motion" text DEFAULT 'system' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "picture_quality" text DEFAULT 'auto' NOT NULL;--> statement-breakpoint
ALTER TABLE "moments" ADD CONSTRAINT "moments_universe_id_universes_id_fk" FOREIGN KEY ("universe_id") REFERENCES "public"."universes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moments" ADD CONSTRAINT "moments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "moments_author_index" ON "moments" USING btree ("author_id");--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "templates_owner_index" ON "templates" USING btree ("owner_id","created_at","id");--> statement-breakpoint
CREATE INDEX "templates_public_index" ON "templates" USING btree ("created_at","id") WHERE "templates"."owner_id" is not null and "templates"."is_public";--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_name_check" CHECK (char_length("templates"."name") between 1 and 100);--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_sentence_check" CHECK (char_length("templates"."sentence") between 1 and 500);--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_category_check" CHECK (char_length("templates"."category") between 1 and 40);--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_document_check" CHECK (jsonb_typeof("templates"."document") = 'object');--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_owner_check" CHECK ("templates"."owner_id" is not null or "templates"."is_public");--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_id_check" CHECK (("templates"."owner_id" is null) = ("templates"."id" ~ '^[a-z0-9-]+$'));--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_put_forward_check" CHECK (cardinality("templates"."put_forward") <= 24);--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_put_forward_keys_check" CHECK ("templates"."put_forward" <@ array['gravity', 'gravityAzimuth', 'gravityElevation', 'centralPull', 'airResistance', 'fieldStrength', 'fieldRadius', 'fieldFalloff', 'fieldKind', 'turbulence', 'turbulenceScale', 'bodyGravity', 'particleCount', 'particleRadius', 'particleMass', 'density', 'timeScale', 'emissionRate', 'rateVariation', 'particleSpeed', 'speedVariation', 'spread', 'particleLifetime', 'lifetimeVariation', 'collisions', 'collisionDamping', 'collisionThreshold', 'speciesForce', 'speciesReach', 'cohesion', 'separation', 'alignment', 'bounds', 'boundsSize', 'restitution', 'friction', 'tempo', 'key', 'scale', 'customScale', 'tuning', 'harmony', 'rhythmComplexity', 'melodyRange', 'noteDensity', 'swing', 'meter', 'progression', 'octave', 'leadLevel', 'bassLevel', 'chordLevel', 'drumLevel', 'textureLevel', 'volume', 'pitch', 'waveform', 'instrument', 'attack', 'decay', 'sustain', 'release', 'filterCutoff', 'filterResonance', 'lfoRate', 'lfoDepth', 'lfoSync', 'reverb', 'delayMix', 'delayFeedback', 'delayTime', 'delaySync', 'ambience', 'ambienceLevel', 'effectsLevel', 'stereoWidth', 'palette', 'paletteLow', 'paletteMiddle', 'paletteHigh', 'backgroundColour', 'glowColour', 'colourBy', 'particleSize', 'brightness', 'glow', 'blur', 'trail', 'sparks', 'animationSpeed', 'cameraOrbitSpeed', 'zoom', 'bounceFlash', 'depthCue', 'couplingMode', 'gravityToTempo', 'motionToRhythm', 'gravityToVolume', 'tempoToPitch', 'scaleToTimbre', 'volumeToGravity', 'soundToMotion', 'physicsToImage', 'musicToColour', 'audioToEffects']::text[]);--> statement-breakpoint
ALTER TABLE "universes" ADD CONSTRAINT "universes_put_forward_check" CHECK (cardinality("universes"."put_forward") <= 24);--> statement-breakpoint
ALTER TABLE "universes" ADD CONSTRAINT "universes_put_forward_keys_check" CHECK ("universes"."put_forward" <@ array['gravity', 'gravityAzimuth', 'gravityElevation', 'centralPull', 'airResistance', 'fieldStrength', 'fieldRadius', 'fieldFalloff', 'fieldKind', 'turbulence', 'turbulenceScale', 'bodyGravity', 'particleCount', 'particleRadius', 'particleMass', 'density', 'timeScale', 'emissionRate', 'rateVariation', 'particleSpeed', 'speedVariation', 'spread', 'particleLifetime', 'lifetimeVariation', 'collisions', 'collisionDamping', 'collisionThreshold', 'speciesForce', 'speciesReach', 'cohesion', 'separation', 'alignment', 'bounds', 'boundsSize', 'restitution', 'friction', 'tempo', 'key', 'scale', 'customScale', 'tuning', 'harmony', 'rhythmComplexity', 'melodyRange', 'noteDensity', 'swing', 'meter', 'progression', 'octave', 'leadLevel', 'bassLevel', 'chordLevel', 'drumLevel', 'textureLevel', 'volume', 'pitch', 'waveform', 'instrument', 'attack', 'decay', 'sustain', 'release', 'filterCutoff', 'filterResonance', 'lfoRate', 'lfoDepth', 'lfoSync', 'reverb', 'delayMix', 'delayFeedback', 'delayTime', 'delaySync', 'ambience', 'ambienceLevel', 'effectsLevel', 'stereoWidth', 'palette', 'paletteLow', 'paletteMiddle', 'paletteHigh', 'backgroundColour', 'glowColour', 'colourBy', 'particleSize', 'brightness', 'glow', 'blur', 'trail', 'sparks', 'animationSpeed', 'cameraOrbitSpeed', 'zoom', 'bounceFlash', 'depthCue', 'couplingMode', 'gravityToTempo', 'motionToRhythm', 'gravityToVolume', 'tempoToPitch', 'scaleToTimbre', 'volumeToGravity', 'soundToMotion', 'physicsToImage', 'musicToColour', 'audioToEffects']::text[]);--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_theme_check" CHECK ("users"."theme" in ('system', 'dark', 'light'));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_reduced_motion_check" CHECK ("users"."reduced_motion" in ('system', 'on', 'off'));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_picture_quality_check" CHECK ("users"."picture_quality" in ('auto', 'low', 'medium', 'high'));
CREATE TABLE "thumbnails" (
	"universe_id" varchar(24) PRIMARY KEY NOT NULL,
	"jpeg" "bytea" NOT NULL,
	"version" varchar(22) NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "thumbnails_jpeg_check" CHECK (octet_length("thumbnails"."jpeg") between 1 and 65536),
	CONSTRAINT "thumbnails_version_check" CHECK ("thumbnails"."version" ~ '^[A-Za-z0-9_-]{22}$')
);
--> statement-breakpoint
ALTER TABLE "thumbnails" ADD CONSTRAINT "thumbnails_universe_id_universes_id_fk" FOREIGN KEY ("universe_id") REFERENCES "public"."universes"("id") ON DELETE cascade ON UPDATE no action;
CREATE TABLE "server_processes" (
	"id" varchar(24) PRIMARY KEY NOT NULL,
	"node" text NOT NULL,
	"address" text NOT NULL,
	"machine" text NOT NULL,
	"alive_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "universes" ADD COLUMN "holder" varchar(24);
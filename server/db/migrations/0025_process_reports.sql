CREATE TABLE "process_reports" (
	"node" text PRIMARY KEY NOT NULL,
	"process_id" varchar(24) NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"report" jsonb NOT NULL
);

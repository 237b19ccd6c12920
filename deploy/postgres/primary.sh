#!/bin/sh
# Runs once, when the database is made: lets the replica follow.
set -eu
echo "host replication $POSTGRES_USER all scram-sha-256" >> "$PGDATA/pg_hba.conf"

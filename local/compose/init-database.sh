#!/bin/sh
# Run once by an empty database container: the body's database, an owner that migrates and an app role that serves.
set -eu
psql --username postgres --no-password --set ON_ERROR_STOP=1 \
  --set db="$SCHAKEL_DATABASE" --set owner="${SCHAKEL_DATABASE}_owner" --set app="${SCHAKEL_DATABASE}_app" \
  --set owner_password="$SCHAKEL_OWNER_PASSWORD" --set app_password="$SCHAKEL_APP_PASSWORD" <<'SQL'
create role :"owner" login password :'owner_password';
create role :"app" login password :'app_password';
create database :"db" owner :"owner";
revoke all on database :"db" from public;
grant connect on database :"db" to :"app";
\connect :"db"
alter schema public owner to :"owner";
revoke all on schema public from public;
grant usage on schema public to :"app";
alter default privileges for role :"owner" in schema public grant select, insert, update, delete on tables to :"app";
alter default privileges for role :"owner" in schema public grant usage, select on sequences to :"app";
SQL

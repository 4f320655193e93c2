#!/bin/sh
# Makes the secrets that docker-compose.yml mounts, each once: what is there stays. Takes a folder; deploy/secrets by default.
# Compose mounts them as they are, for users with numbers of the containers' own, so the files can be read by all and the
# folder, which the containers don't see, by its owner only.
set -eu
folder=${1:-$(dirname "$0")/secrets}
mkdir -p "$folder"
chmod 700 "$folder"
umask 022
for name in metrics-token influx-password influx-admin-token grafana-password; do
  [ -s "$folder/$name" ] || openssl rand -hex 32 >"$folder/$name"
done
# Until they are replaced by tokens that may only read and only write (docs/operate.md), these are InfluxDB's first.
for name in influx-read-token influx-write-token; do
  [ -s "$folder/$name" ] || cp "$folder/influx-admin-token" "$folder/$name"
done
echo "The secrets are in $folder. Nobody else has them: put them into your backup."

#!/bin/sh
# Makes an authority and a certificate of its own for a trial: make-certificates.sh NAME [FOLDER]. NAME is what hubs and
# browsers connect to, a host name or an IPv4 address. Hubs are given authority.pem to trust; its key stays here, to make the next
# certificate. For service use a certificate from your organisation's authority.
set -eu
[ $# -ge 1 ] || { echo "Usage: $0 NAME [FOLDER]" >&2; exit 2; }
name=$1
folder=${2:-$(dirname "$0")/secrets}
case $name in
*[!0-9.]*) kind=DNS ;;
*) kind=IP ;;
esac
mkdir -p "$folder"
chmod 700 "$folder"
umask 077
if [ ! -s "$folder/authority-key.pem" ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 \
    -subj "/CN=Hemvakt trial authority" -addext keyUsage=critical,keyCertSign,cRLSign \
    -keyout "$folder/authority-key.pem" -out "$folder/authority.pem" 2>/dev/null
fi
openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$name" \
  -keyout "$folder/tls-key.pem" -out "$folder/request.pem" 2>/dev/null
extensions=$folder/extensions
printf 'basicConstraints=critical,CA:FALSE\nextendedKeyUsage=serverAuth\nsubjectAltName=%s:%s,DNS:localhost,IP:127.0.0.1\n' \
  "$kind" "$name" >"$extensions"
openssl x509 -req -in "$folder/request.pem" -CA "$folder/authority.pem" -CAkey "$folder/authority-key.pem" -CAcreateserial \
  -days 365 -extfile "$extensions" -out "$folder/tls-certificate.pem" 2>/dev/null
rm "$folder/request.pem" "$extensions"
# Mounted as they are for the container's user; the folder is its owner's only.
chmod 644 "$folder/tls-key.pem" "$folder/tls-certificate.pem" "$folder/authority.pem"
echo "Certificate for $name, valid for a year, in $folder; hubs trust $folder/authority.pem."

#!/usr/bin/env bash
# Installs the real proxies and the web server that the tests in __tests__/systems speak to: squid, tinyproxy and nginx of Debian.
# What is there already stays as it is. Fails when one cannot be installed.
set -euo pipefail

missing=()
for program in squid tinyproxy nginx; do
  PATH="$PATH:/usr/sbin" command -v "$program" >/dev/null || missing+=("$program")
done
[ ${#missing[@]} -eq 0 ] && exit 0

root=()
[ "$(id -u)" -eq 0 ] || root=(sudo)
export DEBIAN_FRONTEND=noninteractive
"${root[@]}" apt-get update -qq
# The tests start their own with their own configuration; the system's services are not wanted.
"${root[@]}" env RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "${missing[@]}"

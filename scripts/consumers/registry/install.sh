#!/usr/bin/env bash
# Installs the consumers of __tests__/consumers/registry.test.ts that are not there yet: Debian's packages, and crane by go.
set -euo pipefail

crane_version=v0.22.1
bin=${XDG_CACHE_HOME:-$HOME/.cache}/bearer-login/registry/bin

sudo() {
  if [ "$(id -u)" = 0 ]; then "$@"; else command sudo "$@"; fi
}

packages=()
command -v skopeo >/dev/null || packages+=(skopeo)
command -v docker-registry >/dev/null || packages+=(docker-registry)
command -v htpasswd >/dev/null || packages+=(apache2-utils)
if ! command -v docker >/dev/null || [ ${#packages[@]} -gt 0 ]; then
  sudo apt-get update -qq
fi
if ! command -v docker >/dev/null; then
  # The client alone is a package of its own only since Debian 13.
  packages+=("$(apt-cache show docker-cli >/dev/null 2>&1 && echo docker-cli || echo docker.io)")
fi
if [ ${#packages[@]} -gt 0 ]; then
  sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends "${packages[@]}" >/dev/null
fi

if [ "$("$bin/crane" version 2>/dev/null)" != "$crane_version" ]; then
  GOBIN=$bin go install "github.com/google/go-containerregistry/cmd/crane@$crane_version"
fi

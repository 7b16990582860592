#!/usr/bin/env bash
# Installs the S3 server and clients that `__tests__/consumers/s3.test.ts` runs, in these very versions, outside the tree.
# Needs Go, Python with venv, Node with npm. What is there already in its version stays.
set -euo pipefail

VERSITYGW=v1.8.0

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/bearer-login/s3
mkdir -p "$cache"

# Whoever comes second waits: two at once would remove each other's folders.
if command -v flock >/dev/null; then
  exec 9>"$cache/.lock"
  flock 9
fi

# install NAME SPEC: runs install_NAME FOLDER, unless the folder was completed for the same text SPEC. Their commands are
# joined by &&, since bash knows no `set -e` in what `if` asks.
install() {
  local name=$1 spec=$2 folder=$cache/$1
  if [ -f "$folder/.installed" ] && [ "$(cat "$folder/.installed")" = "$spec" ]; then
    echo "$name: there already"
    return
  fi
  echo "$name: installing ..."
  rm -rf "$folder"
  mkdir -p "$folder"
  if ! "install_$name" "$folder"; then
    echo "$name: cannot be installed" >&2
    exit 1
  fi
  printf '%s\n' "$spec" >"$folder/.installed"
}

install_versitygw() {
  CGO_ENABLED=0 GOBIN=$1 go install "github.com/versity/versitygw/cmd/versitygw@$VERSITYGW"
}

install_python() {
  python3 -m venv "$1" &&
    "$1/bin/pip" install --quiet --disable-pip-version-check --no-deps --requirement "$here/requirements.txt"
}

install_javascript() {
  cp "$here/javascript/package.json" "$here/javascript/package-lock.json" "$1" &&
    (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null)
}

install versitygw "$VERSITYGW"
install python "$(cat "$here/requirements.txt")"
install javascript "$(cat "$here/javascript/package-lock.json")"

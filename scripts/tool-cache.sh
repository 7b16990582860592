# Installs programs in exact versions into a cache folder outside the tree: `source tool-cache.sh NAME`. Nothing is installed
# twice, so that a second run needs no network.
# shellcheck shell=bash
cache=${XDG_CACHE_HOME:-$HOME/.cache}/bearer-login/$1
mkdir -p "$cache"

# A second run waits, since two runs at once would remove each other's folders.
if command -v flock >/dev/null; then
  exec 9>"$cache/.lock"
  flock 9
fi

fail() {
  echo "$1: cannot be installed${2:+ ($2)}" >&2
  exit 1
}

# install NAME SPEC METHOD [MORE]: METHOD fills a new folder, unless the folder was completed for the same SPEC.
install() {
  local name=$1 spec=$2 method=$3 folder=$cache/$1
  if [ -f "$folder/.installed" ] && [ "$(cat "$folder/.installed")" = "$spec" ]; then
    return
  fi
  echo "$name: installing ..."
  rm -rf "$folder"
  mkdir -p "$folder"
  "$method" "$folder" "$spec" "${@:4}" || fail "$name"
  printf '%s\n' "$spec" >"$folder/.installed"
}

# Commands are joined by &&, since bash ignores `set -e` before `||`.
from_go() {
  CGO_ENABLED=0 GOBIN=$1 go install "$2"
}
from_pypi() {
  python3 -m venv "$1" &&
    "$1/bin/pip" install --quiet --disable-pip-version-check --no-deps --requirement /dev/stdin <<<"$2"
}

#!/usr/bin/env bash
# Installs the readers of __tests__/consumers/dotenv.test.ts that are not there yet, and names what must be there already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

cache=${XDG_CACHE_HOME:-$HOME/.cache}/bearer-login/dotenv

for command in bash dash python3 go; do
  command -v "$command" >/dev/null || { echo "$command is not installed" >&2; exit 1; }
done

# 1.2.3 brought a parser that reads backslashes otherwise; distributions still ship the one before it.
for version in 1.0.1 1.2.4; do
  venv=$cache/python-dotenv-$version
  if ! "$venv/bin/python3" -c 'import dotenv' 2>/dev/null; then
    rm -rf "$venv"
    python3 -m venv "$venv"
    "$venv/bin/python3" -m pip install --quiet --disable-pip-version-check "python-dotenv==$version"
  fi
done

(cd envfile && go build -o /dev/null .)

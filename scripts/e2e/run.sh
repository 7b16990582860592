#!/usr/bin/env bash
# npm run e2e [-- PATTERN ...]: installs the real systems, runs the committed bundle among them on Node 24, which runners use,
# and leaves nothing running. Each case is a line with its time; a pattern picks files of __tests__/real.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

bash scripts/e2e/install.sh
nodes=("${XDG_CACHE_HOME:-$HOME/.cache}"/bearer-login/e2e/node/node_modules/node-*/bin)
export PATH="${nodes[0]}:$PATH"
echo "Node $("${nodes[0]}/node" --version), which every test and every step runs on"
npm run --silent typecheck

TMPDIR=$(mktemp -d)
export TMPDIR
chmod 755 "$TMPDIR" # squid gives up root's rights, and reads its configuration there
# A process group of its own, so that what a test has started ends with it, however this run ends.
set -m
# --verbose stands last: behind --testPathIgnorePatterns a pattern would be one more to ignore.
node --experimental-vm-modules --no-warnings=ExperimentalWarning node_modules/jest/bin/jest.js \
  --roots=build/__tests__/real --testPathIgnorePatterns=/node_modules/ --verbose "$@" &
tests=$!
trap 'kill -KILL -- -$tests 2>/dev/null || true; rm -rf "$TMPDIR"' EXIT
trap 'exit 130' INT TERM
wait "$tests"

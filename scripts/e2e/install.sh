#!/usr/bin/env bash
# Installs the real systems for `npm run e2e`, in exactly these versions, into a cache folder outside the tree. Packages of
# Debian come from apt, in the version of the distribution. Nothing is installed twice. Requires Go 1.21 or newer (which
# downloads a newer Go if a program needs it), Python with venv, and npm; apt installs a JDK, Maven, PHP and a C compiler. Stops
# at the first system that cannot be installed, and prints its name.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=scripts/tool-cache.sh
source "$here/../tool-cache.sh" e2e

# Commands and the Debian packages that contain them; of two packages, the first that Debian has.
debian='
  bash bash
  dash dash
  git git
  jq jq
  curl curl
  openssl openssl
  squid squid
  tinyproxy tinyproxy
  nginx nginx
  skopeo skopeo
  docker-registry docker-registry
  htpasswd apache2-utils
  docker docker-cli docker.io
  php php-cli
  javac default-jdk-headless
  mvn maven
  gcc build-essential
'

install_debian() {
  local root=() updated=false command packages package
  [ "$(id -u)" = 0 ] || root=(sudo)
  while read -r command packages; do
    PATH="$PATH:/usr/sbin" command -v "$command" >/dev/null && continue
    # Neither command may read the rest of the list from standard input.
    $updated || "${root[@]}" apt-get update -qq </dev/null || fail "$command" 'apt-get update'
    updated=true
    for package in $packages; do
      apt-cache show "$package" >/dev/null 2>&1 && break
    done
    echo "$command: installing Debian's $package ..."
    # RUNLEVEL prevents the start of services: the tests start their own servers.
    "${root[@]}" env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
      apt-get install -qq --yes --no-install-recommends "$package" </dev/null >/dev/null || fail "$command" "Debian's $package"
  done < <(grep . <<<"$debian")
}

# More methods of `install`. Their commands are joined by &&, since bash ignores `set -e` before `||`.
from_maven() {
  # Without a project, Maven writes its marker files below the working folder.
  (cd "$1" && if ! mvn --quiet --batch-mode -Dartifact="$2" -DoutputDirectory="$1" \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack >maven.log 2>&1; then cat maven.log >&2 && false; fi)
}
from_npm() {
  npm install --silent --ignore-scripts --no-save --prefix "$1" "$2"
}
from_npm_lock() {
  cp "$here/$3"/package*.json "$1" && (cd "$1" && npm ci --silent --ignore-scripts --no-audit --no-fund)
}
from_go_module() {
  (cd "$here/$3" && CGO_ENABLED=0 go build -o "$1/" .)
}

# A replacement in its go.mod names a folder that its module lacks, so `go install` fails. The copy uses the published module.
from_hydra() {
  local source
  source=$(go mod download -json "$2" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p') &&
    cp -r "$source" "$1/source" && chmod -R u+w "$1/source" &&
    (cd "$1/source" && go mod edit -dropreplace github.com/ory/hydra-client-go/v2 &&
      CGO_ENABLED=1 go build -mod=mod -tags sqlite -o "$1/hydra" .) && rm -r "$1/source"
}

# Runs the build of Keycloak for these options, in a home whose jars are links. Otherwise, each start takes half a minute more.
from_keycloak() {
  local installed=$cache/keycloak/keycloak-$keycloak status=0
  mkdir "$1/bin" "$1/conf" "$1/lib" "$1/providers" &&
    cp "$installed/bin/kc.sh" "$1/bin/" &&
    cp -r "$installed/lib/quarkus" "$installed/lib/quarkus-run.jar" "$1/lib/" &&
    ln -s "$installed/lib/app" "$installed/lib/lib" "$1/lib/" || return
  # Without kc.sh, which would start the server: a build exits with 10. The options are in the spec.
  # shellcheck disable=SC2086
  java -Dkc.home.dir="$1" -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
    -jar "$1/lib/quarkus-run.jar" start-dev ${2#* } >"$1/build.log" 2>&1 || status=$?
  [ "$status" = 10 ] || { cat "$1/build.log" >&2 && false; }
}

for command in go python3 npm; do
  command -v "$command" >/dev/null || fail "$command" 'install it first'
done
install_debian

install act github.com/nektos/act@v0.2.89 from_go
install crane github.com/google/go-containerregistry/cmd/crane@v0.22.1 from_go
install versitygw github.com/versity/versitygw/cmd/versitygw@v1.8.0 from_go
keycloak=26.7.3
install keycloak "org.keycloak:keycloak-quarkus-dist:$keycloak:zip" from_maven
keycloak_options='--db=dev-mem --https-client-auth=request --http-relative-path='
install keycloak-at-root "$keycloak $keycloak_options/" from_keycloak
install keycloak-at-auth "$keycloak $keycloak_options/auth" from_keycloak
# A virtual environment breaks if its Python is replaced.
python=$(python3 --version)
install s3-python "$(cat "$here/s3/requirements.txt") # $python" from_pypi
install s3-javascript "$(cat "$here/s3/javascript/package-lock.json")" from_npm_lock s3/javascript
# Since 1.2.3, the parser reads backslashes differently; distributions still contain the older parser.
install python-dotenv-1.0.1 "python-dotenv==1.0.1 # $python" from_pypi
install python-dotenv-1.2.4 "python-dotenv==1.2.4 # $python" from_pypi
install descarteslabs "$(cat "$here/python-clients/descarteslabs.txt") # $python" from_pypi
install earthone "$(cat "$here/python-clients/earthone.txt") # $python" from_pypi
install gson com.google.code.gson:gson:2.13.2:jar from_maven
install spellings "$(cat "$here/spellings/go"/*)" from_go_module spellings/go
install hydra github.com/ory/hydra/v2@v2.3.0 from_hydra
install authlib "$(cat "$here/oauth-servers/authlib.txt") # $python" from_pypi
install django-oauth-toolkit "$(cat "$here/oauth-servers/django-oauth-toolkit.txt") # $python" from_pypi
install envfile "$(cat "$here/dotenv/envfile"/*)" from_go_module dotenv/envfile
install containers-image "$(cat "$here/containers-image"/*)" from_go_module containers-image

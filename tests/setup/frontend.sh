#!/usr/bin/env bash
# The SPA's packages and its build, only where something has changed.
#
#   tests/setup/frontend.sh install   npm ci, unless node_modules matches the lock file
#   tests/setup/frontend.sh build     … and the build, unless dist is newer than its sources
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../../frontend"

# Browsers come from the system's packages, never from a test tool's download.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 PUPPETEER_SKIP_DOWNLOAD=1

installed=node_modules/.bancheng-installed
built=node_modules/.bancheng-built

install() {
  local wanted
  wanted="$(cat package.json package-lock.json | sha256sum) node $(node --version)"
  [ "$(cat "$installed" 2>/dev/null)" = "$wanted" ] && return
  npm ci --no-audit --no-fund
  echo "$wanted" >"$installed"
}

stale() {
  [ -f dist/index.html ] && [ -f "$built" ] || return 0
  [ -n "$(find . -mindepth 1 \
    \( -path ./node_modules -o -path ./dist -o -path ./test-results -o -name '*.tsbuildinfo' \) -prune \
    -o -newer "$built" -print -quit)" ]
}

build() {
  install
  stale || return 0
  # The mark is older than the build: what changes meanwhile is built next time.
  touch "$built.new"
  npm run build
  mv "$built.new" "$built"
}

case ${1:-} in
install) install ;;
build) build ;;
*)
  echo "usage: $0 install|build" >&2
  exit 2
  ;;
esac

#!/usr/bin/env bash
# The one test command. Without arguments every stage runs, in this order:
#
#   packages  format  lints  frontend-install  frontend-check  frontend-unit
#   frontend-build  postgres  cargo-test  browser
#
# With arguments only those stages run; PostgreSQL is started for the stages
# that need it, and stopped at the end whatever happens.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD

stages=(packages format lints frontend-install frontend-check frontend-unit
  frontend-build postgres cargo-test browser)

# In CI the lock file is the truth; on a desk cargo may write it.
locked=()
[ "${CI:-}" != true ] || locked=(--locked)
# Property tests walk the same ways each time, so that a red run can be run again; `make explore`
# walks new ones.
export PROPTEST_RNG_SEED=${PROPTEST_RNG_SEED:-20210908}
# A setting meant for psql must not lead the tests to another server.
unset PGHOST PGPORT PGUSER PGDATABASE PGPASSWORD PGSERVICE DATABASE_URL

table=()
started_postgres=

finish() {
  local status=$?
  if [ -n "$started_postgres" ]; then
    tests/setup/postgres.sh stop test || true
  fi
  if [ ${#table[@]} -gt 0 ]; then
    echo
    echo "stage                 seconds"
    printf '%s\n' "${table[@]}"
    printf '%-20s %8s\n' total "$SECONDS"
  fi
  if [ "$status" -eq 0 ]; then
    echo "all stages passed"
  else
    echo "FAILED${current:+ in stage $current}" >&2
  fi
}

stage_packages() { tests/setup/packages.sh test; }

stage_format() { cargo fmt --check; }

stage_lints() { cargo clippy "${locked[@]}" --all-targets -- -D warnings; }

stage_frontend_install() { tests/setup/frontend.sh install; }

# Lint, types, and the generated client against openapi/openapi.json.
stage_frontend_check() { (cd frontend && npm run check); }

stage_frontend_unit() { (cd frontend && npm test); }

stage_frontend_build() { tests/setup/frontend.sh build; }

stage_postgres() {
  started_postgres=1
  TEST_POSTGRES_URL=$(tests/setup/postgres.sh start test)
  export TEST_POSTGRES_URL
  echo "TEST_POSTGRES_URL=$TEST_POSTGRES_URL"
}

stage_cargo_test() {
  local out=target/cargo-test.out
  [ -n "${TEST_POSTGRES_URL:-}" ] || stage_postgres
  mkdir -p target
  cargo test "${locked[@]}" --lib --test it 2>&1 | tee "$out"
  # Two binaries, and a filter or a lost module must not leave either empty.
  awk '/^test result: ok\./ { binaries++; if ($4 + 0 == 0) empty++; passed += $4 }
       END {
         if (binaries < 2 || empty > 0) {
           print "a test binary ran no test at all" > "/dev/stderr"
           exit 1
         }
         print passed " cargo tests passed"
       }' "$out"
}

stage_browser() {
  # The server that the browser talks to: the build of the tests makes it, with the same features
  # of the dependencies, so nothing is compiled twice. And the SPA that it serves.
  cargo test "${locked[@]}" --no-run --test it
  tests/setup/frontend.sh build
  export BANCHENG_BIN=$root/target/debug/bancheng
  export E2E_DEMO=$root/target/e2e-demo
  rm -rf "$E2E_DEMO"
  mkdir -p "$E2E_DEMO"
  "$BANCHENG_BIN" demo --database-url "sqlite://$E2E_DEMO/b.db" --keys-dir "$E2E_DEMO/keys" >/dev/null
  [ -n "${TEST_POSTGRES_URL:-}" ] || stage_postgres
  (cd frontend && npm run e2e)
}

known() {
  local stage
  for stage in "${stages[@]}"; do
    [ "$stage" != "$1" ] || return 0
  done
  return 1
}

if [ $# -gt 0 ]; then
  for stage in "$@"; do
    known "$stage" || {
      echo "unknown stage: $stage" >&2
      echo "stages: ${stages[*]}" >&2
      exit 2
    }
  done
  stages=("$@")
fi

current=
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

SECONDS=0
for current in "${stages[@]}"; do
  echo
  echo "== $current"
  begun=$SECONDS
  # Not in an `if` or after `||`: bash would ignore set -e inside.
  "stage_${current//-/_}"
  table+=("$(printf '%-20s %8s' "$current" $((SECONDS - begun)))")
  echo "== $current: $((SECONDS - begun)) s"
done

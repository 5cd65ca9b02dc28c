#!/usr/bin/env bash
# A throw-away PostgreSQL cluster of our own: made by initdb under an
# unprivileged user, reachable only through a unix socket, never over TCP.
#
#   tests/setup/postgres.sh start [test|bench]   make it or find it alive, print its URL
#   tests/setup/postgres.sh url   [test|bench]   print the URL of the one that is alive
#   tests/setup/postgres.sh stop  [test|bench]   stop and remove it; nothing to do is fine
#   tests/setup/postgres.sh bin                  print where the server's programs are
#
# test:  fsync off, because its data may be lost at any time.
# bench: fsync on, because the figures are about commits that survive a power cut.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

die() {
  echo "postgres.sh: $*" >&2
  exit 1
}

server_bin() {
  local dir
  # Debian keeps the server's programs out of PATH, one folder per version: the newest.
  for dir in $(compgen -G '/usr/lib/postgresql/*/bin' | sort -Vr); do
    if [ -x "$dir/initdb" ] && [ -x "$dir/postgres" ]; then
      echo "$dir"
      return
    fi
  done
  dir=$(dirname "$(command -v initdb || echo /nowhere/initdb)")
  if [ ! -x "$dir/initdb" ] || [ ! -x "$dir/postgres" ]; then
    die "PostgreSQL's server is not installed"
  fi
  echo "$dir"
}

# PostgreSQL refuses to run as root.
unprivileged_user() {
  if [ "$(id -u)" -ne 0 ]; then
    id -un
  elif id -u postgres >/dev/null 2>&1; then
    echo postgres
  else
    echo nobody
  fi
}

# run_as USER COMMAND...   (without our lock on fd 9, which a server would keep)
run_as() {
  local user=$1
  shift
  if [ "$user" = "$(id -un)" ]; then
    (cd / && exec "$@") 9>&-
  else
    (cd / && exec runuser -u "$user" -- "$@") 9>&-
  fi
}

remembered() { cat "$state/$1" 2>/dev/null; }

# Asked through the socket: a process of that number proves nothing.
alive() {
  local dir bin
  dir=$(remembered dir) && bin=$(remembered bin) && [ -d "$dir" ] &&
    "$bin/pg_isready" -q -h "$dir" -p 5432 -U bancheng -t 5
}

start() {
  if alive; then
    remembered url
    return
  fi
  stop

  local bin user dir base
  bin=$(server_bin)
  user=$(unprivileged_user)
  # Outside the checkout, where that user may go, and short: a socket's path
  # has at most 107 bytes. /var/tmp is on disk where /tmp may be memory.
  case $kind in
  test) base=/tmp ;;
  bench) base=/var/tmp ;;
  esac
  dir=$(mktemp -d "$base/bancheng-pg.XXXXXX")
  mkdir -p "$state"
  echo "$dir" >"$state/dir"
  echo "$bin" >"$state/bin"
  echo "$user" >"$state/user"
  echo "postgres://bancheng@${dir//\//%2F}/postgres" >"$state/url"
  chown "$user" "$dir"
  # Whoever may enter this folder may connect: trust is the folder's mode.
  chmod 700 "$dir"

  run_as "$user" "$bin/initdb" -D "$dir/data" -U bancheng --auth=trust \
    --encoding=UTF8 --locale=C --no-sync >"$state/initdb.log" 2>&1 ||
    { cat "$state/initdb.log" >&2; stop; die "initdb failed"; }

  {
    echo "listen_addresses = ''"
    echo "unix_socket_directories = '$dir'"
    echo "port = 5432"
    echo "max_connections = 200"
    echo "timezone = 'UTC'"
    echo "log_timezone = 'UTC'"
    if [ "$kind" = test ]; then
      echo "fsync = off"
      echo "synchronous_commit = off"
      echo "full_page_writes = off"
      echo "max_wal_size = '4GB'"
      echo "max_locks_per_transaction = 256"
    else
      echo "fsync = on"
      echo "synchronous_commit = on"
      echo "full_page_writes = on"
      echo "shared_buffers = '512MB'"
      echo "max_wal_size = '4GB'"
    fi
  } | run_as "$user" tee -a "$dir/data/postgresql.conf" >/dev/null

  # What initdb left unsynced must not be written back during a measurement.
  [ "$kind" != bench ] || sync

  run_as "$user" "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w -t 60 start >/dev/null ||
    { cat "$dir/log" >&2 || true; stop; die "the cluster did not start"; }
  remembered url
}

stop() {
  local dir
  dir=$(remembered dir) || return 0
  case $dir in
  */bancheng-pg.??????) ;;
  *) die "refusing to remove $dir" ;;
  esac
  if [ -e "$dir/data/postmaster.pid" ]; then
    run_as "$(remembered user)" "$(remembered bin)/pg_ctl" \
      -D "$dir/data" -m immediate -w -t 10 stop >/dev/null 2>&1 || true
  fi
  rm -rf -- "$dir" "$state"
}

action=${1:-}
kind=${2:-test}
case $kind in
test | bench) ;;
*) die "unknown kind of cluster: $kind (test or bench)" ;;
esac
state=$root/target/postgres-$kind

locked() {
  mkdir -p "$root/target"
  exec 9>"$root/target/postgres-$kind.lock"
  flock -w 120 9 || die "another start or stop is under way"
  "$@"
}

case $action in
start) locked start ;;
stop) locked stop ;;
url)
  alive || die "no $kind cluster is running"
  remembered url
  ;;
bin) server_bin ;;
*)
  echo "usage: $0 start|stop|url [test|bench] | bin" >&2
  exit 2
  ;;
esac

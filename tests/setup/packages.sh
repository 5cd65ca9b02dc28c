#!/usr/bin/env bash
# Checks for what a bare Debian with Rust, Node and a C compiler still lacks.
# As root it installs exactly that; otherwise it prints the command to type.
#
#   tests/setup/packages.sh build    the server and the SPA
#   tests/setup/packages.sh test     … and PostgreSQL's server, a browser, Chinese fonts
#   tests/setup/packages.sh bench    the same as for tests
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

kind=${1:-}
case $kind in
build | test | bench) ;;
*)
  echo "usage: $0 build|test|bench" >&2
  exit 2
  ;;
esac

has() { command -v "$1" >/dev/null 2>&1; }

has_openssl() {
  [ -n "${OPENSSL_DIR:-}" ] || { has pkg-config && pkg-config --exists openssl; }
}

has_browser() {
  [ -n "${CHROMIUM:-}" ] || has chromium || has chromium-browser || has google-chrome
}

has_chinese_font() {
  compgen -G '/usr/share/fonts/opentype/noto/NotoSansCJK-*' >/dev/null ||
    { has fc-list && [ -n "$(fc-list :lang=zh-cn family 2>/dev/null)" ]; }
}

# What no package list can decide for you: which Rust and which Node.
tools=()
has cargo || tools+=("Rust (cargo), see https://www.rust-lang.org/tools/install")
recent_node() {
  node -e 'const [a, b] = process.versions.node.split(".").map(Number);
    process.exit((a === 20 && b >= 19) || (a === 22 && b >= 12) || a >= 24 ? 0 : 1)'
}
{ has node && recent_node; } || tools+=("Node.js 20.19, 22.12, 24 or later")
has npm || tools+=("npm")
if [ ${#tools[@]} -gt 0 ]; then
  echo "missing, please install first:" >&2
  printf '  %s\n' "${tools[@]}" >&2
  exit 1
fi

missing=()
has cc || missing+=(gcc libc6-dev)
has make || missing+=(make)
has pkg-config || missing+=(pkg-config)
has_openssl || missing+=(libssl-dev)
if [ "$kind" != build ]; then
  "$here/postgres.sh" bin >/dev/null 2>&1 || missing+=(postgresql)
fi
if [ "$kind" != build ]; then
  has_browser || missing+=(chromium)
  has_chinese_font || missing+=(fonts-noto-cjk)
fi
[ ${#missing[@]} -gt 0 ] || exit 0

install=(apt-get install -y --no-install-recommends "${missing[@]}")
if [ "$(id -u)" -ne 0 ] || ! has apt-get; then
  echo "missing packages: ${missing[*]}" >&2
  echo "please type (Debian's names):" >&2
  echo "  sudo apt-get update && sudo ${install[*]}" >&2
  exit 1
fi

echo "installing: ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
wait_for_lock=(-o "DPkg::Lock::Timeout=300")
# Lists that are there may still be stale: look once more only when they don't do.
"${install[@]}" "${wait_for_lock[@]}" >&2 </dev/null || {
  apt-get update "${wait_for_lock[@]}" >&2 </dev/null
  "${install[@]}" "${wait_for_lock[@]}" >&2 </dev/null
}

# What the scripts beside it have in common; they read it, nobody runs it.

say() { printf '\033[1m==> %s\033[0m\n' "$*"; }
die() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }
clock() { printf '%d:%02d' $(($1 / 60)) $(($1 % 60)); }

# locked FILE CRATE: the version of a crate that a Cargo.lock names.
locked() { sed -n "/^name = \"$2\"\$/{n;s/version = \"\(.*\)\"/\1/p}" "$1"; }

CARGO_LEPTOS=0.3.10
WASM_BINDGEN=$(locked Cargo.lock wasm-bindgen)
# What was installed for this shop alone: it replaces nobody's tools.
TOOLS=${XDG_CACHE_HOME:-$HOME/.cache}/orderbell/tools-$CARGO_LEPTOS-$WASM_BINDGEN

has_cargo_leptos() { [ "$(cargo leptos --version 2>/dev/null)" = "cargo-leptos $CARGO_LEPTOS" ]; }
has_wasm_bindgen() { [ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $WASM_BINDGEN" ]; }
# One's own tools are used where they are of the right version.
use_tools() { { has_cargo_leptos && has_wasm_bindgen; } || PATH=$TOOLS/bin:$PATH; }

# How far cargo is, by what it wrote last: `n/m` crates.
how_far() { tr '\r' '\n' <"$1" | sed -n 's/.*\] \([0-9]*\/[0-9]*\).*/ \1/p' | tail -n 1; }

RUNNING=" " # "name:pid name:pid "
end_running() { local part; for part in $RUNNING; do kill -- "-${part#*:}" 2>/dev/null || true; done; }
trap end_running EXIT
trap 'exit 130' INT TERM

# together NAME…: runs functions at the same time, says every ten seconds how far each
# is, and when it is done. What they print is in target/log/, and shown if they fail.
together() {
  local name part now line start=$SECONDS next=10
  mkdir -p target/log
  set -m # Groups of their own: ending one ends cargo and its compilers as well.
  for name; do
    (export CARGO_TERM_PROGRESS_WHEN=always CARGO_TERM_PROGRESS_WIDTH=80; "$name") >"target/log/$name" 2>&1 &
    RUNNING+="$name:$! "
  done
  set +m
  while [ "$RUNNING" != " " ]; do
    sleep 0.2
    now=$((SECONDS - start)) line=
    for part in $RUNNING; do
      name=${part%:*}
      if kill -0 "${part#*:}" 2>/dev/null; then
        line+=", $name$(how_far "target/log/$name")"
        continue
      fi
      RUNNING=${RUNNING/ $part / }
      if ! wait "${part#*:}"; then
        tr '\r' '\n' <"target/log/$name" | grep -v '^ *Building \[' | tail -n 60 >&2
        die "$name failed; all that it wrote is in target/log/$name"
      fi
      [ $now -lt 10 ] || echo "    $(clock $now)  $name: done"
    done
    if [ -n "$line" ] && [ $now -ge $next ]; then
      echo "    $(clock $now)  ${line#, }"
      next=$((now + 10))
    fi
  done
}

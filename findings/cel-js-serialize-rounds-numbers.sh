#!/usr/bin/env bash
# @marcbachmann/cel-js 8.0.0: `serialize` writes a fraction with nine decimals at most. A small one becomes the whole number
# 0 (another type), and two that differ later become equal.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @marcbachmann/cel-js@8.0.0
cat >run.mjs <<'JS'
import { evaluate, parse, serialize } from "@marcbachmann/cel-js";
for (const text of ["0.0000000001 > 0.0", "0.1234567891 > 0.123456789"]) {
  const written = serialize(parse(text).ast);
  console.log(`${text} is ${evaluate(text)}, written ${written} is ${evaluate(written)}`);
}
JS
seen=$(node run.mjs)
echo "@marcbachmann/cel-js 8.0.0"
echo "$seen"
expected='0.0000000001 > 0.0 is true, written 0 > 0.0 is false
0.1234567891 > 0.123456789 is true, written 0.123456789 > 0.123456789 is false'
[ "$seen" = "$expected" ] || { printf 'This has changed: expected\n%s\n' "$expected"; exit 1; }

#!/usr/bin/env bash
# @marcbachmann/cel-js 8.0.0: `serialize` leaves out the parentheses of a right operand of the same precedence, so the text
# that it writes means something else: subtraction, and multiplication with a remainder.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @marcbachmann/cel-js@8.0.0
cat >run.mjs <<'JS'
import { evaluate, parse, serialize } from "@marcbachmann/cel-js";
for (const text of ["10 - (4 - 3)", "10 - (4 + 3)", "10 * (7 % 4)", "100 / (10 / 2)"]) {
  const written = serialize(parse(text).ast);
  console.log(`${text} = ${evaluate(text)}, written ${written} = ${evaluate(written)}`);
}
JS
seen=$(node run.mjs)
echo "@marcbachmann/cel-js 8.0.0"
echo "$seen"
expected='10 - (4 - 3) = 9, written 10 - 4 - 3 = 3
10 - (4 + 3) = 3, written 10 - 4 + 3 = 9
10 * (7 % 4) = 30, written 10 * 7 % 4 = 2
100 / (10 / 2) = 20, written 100 / (10 / 2) = 20'
[ "$seen" = "$expected" ] || { printf 'This has changed: expected\n%s\n' "$expected"; exit 1; }

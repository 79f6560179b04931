#!/usr/bin/env bash
# @marcbachmann/cel-js 8.0.0: the position of a parsed node leaves out a bracket at its own beginning or end, and keeps those
# inside. The text of `(1 + 2) * 3` between `start` and `end` of its root is `1 + 2) * 3`: code that quotes or replaces a part of
# an expression by its position gets text that no longer parses.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @marcbachmann/cel-js@8.0.0
cat >run.mjs <<'JS'
import { parse } from "@marcbachmann/cel-js";
for (const source of ["(1 + 2) * 3", "3 * (1 + 2)", "(a).size()", "[1, 2][0]"]) {
  const { start, end } = parse(source).ast;
  const part = source.slice(start, end);
  let answer = "parses";
  try {
    parse(part);
  } catch {
    answer = "does not parse";
  }
  console.log(`${source} → ${part}: ${answer}`);
}
JS
seen=$(node run.mjs)
echo "@marcbachmann/cel-js 8.0.0, the text between start and end of the root of an expression"
echo "$seen"
expected='(1 + 2) * 3 → 1 + 2) * 3: does not parse
3 * (1 + 2) → 3 * (1 + 2: does not parse
(a).size() → a).size(): does not parse
[1, 2][0] → [1, 2][0]: parses'
[ "$seen" = "$expected" ] || { printf 'This has changed: expected\n%s\n' "$expected"; exit 1; }

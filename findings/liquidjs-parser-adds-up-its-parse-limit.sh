#!/usr/bin/env bash
# liquidjs 10.30.1: `parseLimit` bounds the length of a template, and `Liquid#parse` holds to that. A `Parser` that is made once
# and used for many templates, as the class invites to, adds their lengths up: with a limit of 100 characters it refuses the
# tenth template of 11 characters, and every one after that.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent liquidjs@10.30.1
cat >run.cjs <<'JS'
const { Liquid, Parser } = require("liquidjs");
const engine = new Liquid({ parseLimit: 100 });
for (const [name, parser] of [["Liquid", engine], ["Parser", new Parser(engine)]]) {
  let parsed = 0;
  try {
    while (parsed < 50) {
      parser.parse("hello world");
      parsed++;
    }
    console.log(`${name}: all ${parsed} parsed`);
  } catch (error) {
    console.log(`${name}: ${parsed} parsed, then ${error.message}`);
  }
}
JS
seen=$(node run.cjs)
echo "liquidjs 10.30.1, parseLimit 100, 50 templates of 11 characters each"
echo "$seen"
expected='Liquid: all 50 parsed
Parser: 9 parsed, then parse length limit exceeded'
[ "$seen" = "$expected" ] || { printf 'This has changed: expected\n%s\n' "$expected"; exit 1; }

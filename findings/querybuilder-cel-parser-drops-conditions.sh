#!/usr/bin/env bash
# @react-querybuilder/core 8.24.1: parseCEL leaves out, without a word, every condition that a rule cannot say, and the
# rest stays joined as it was: an AND gets wider. An expression of which nothing can be said becomes the empty group,
# which formatQuery writes as `1 == 1`: everybody. An audience opened in such a builder and saved has changed.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @react-querybuilder/core@8.24.1
cat >run.mjs <<'JS'
import { formatQuery } from "@react-querybuilder/core";
import { parseCEL } from "@react-querybuilder/core/parseCEL";
for (const text of ['plan == "pro" && size(tags) > 2', '"vip" in tags && plan == "pro"'])
  console.log(`${text}  ->  ${formatQuery(parseCEL(text), "cel")}`);
JS
seen=$(node run.mjs)
echo "@react-querybuilder/core 8.24.1: parseCEL, then formatQuery"
echo "$seen"
expected='plan == "pro" && size(tags) > 2  ->  plan == "pro"
"vip" in tags && plan == "pro"  ->  1 == 1'
[ "$seen" = "$expected" ] || { printf 'This has changed: expected\n%s\n' "$expected"; exit 1; }

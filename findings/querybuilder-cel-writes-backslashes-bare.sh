#!/usr/bin/env bash
# @react-querybuilder/core 8.24.1: formatQuery(…, "cel") escapes quotes in a value, but not backslashes. In CEL a backslash
# starts an escape sequence, so the text that is compared is another one: `C:\new` holds a line break afterwards.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @react-querybuilder/core@8.24.1 @marcbachmann/cel-js@8.0.0
cat >run.mjs <<'JS'
import { formatQuery } from "@react-querybuilder/core";
import { evaluate } from "@marcbachmann/cel-js";
const folder = String.raw`C:\new`;
const text = formatQuery({ combinator: "and", rules: [{ field: "folder", operator: "=", value: folder }] }, "cel");
console.log(`value ${folder}, written ${text}, equal to itself: ${evaluate(text, { folder })}`);
JS
seen=$(node run.mjs)
echo "@react-querybuilder/core 8.24.1 with @marcbachmann/cel-js 8.0.0"
echo "$seen"
[ "$seen" = 'value C:\new, written folder == "C:\new", equal to itself: false' ] || { echo "This has changed."; exit 1; }

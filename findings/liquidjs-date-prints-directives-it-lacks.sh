#!/usr/bin/env bash
# liquidjs 10.30.1: nine directives that Liquid's `date` has in Ruby (strftime), %F and %T among them, are unknown here and
# are printed as they stand, without an error. A mail says "Your trial ends on %F".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent liquidjs@10.30.1
cat >run.mjs <<'JS'
import { Liquid } from "liquidjs";
const engine = new Liquid({ strictFilters: true, strictVariables: true, timezoneOffset: 0 });
const lines = ["%Y-%m-%d", "%F", "%T", "%D", "%R", "%r", "%v", "%G-W%V", "%g", "%H:%M"].map((format) =>
  engine.parseAndRenderSync(`${format.replaceAll("%", "%%")} -> {{ "2026-03-01T05:07:09Z" | date: "${format}" }}`));
console.log(lines.join("\n").replaceAll("%%", "%"));
JS
seen=$(node run.mjs)
echo "liquidjs 10.30.1"
echo "$seen"
expected='%Y-%m-%d -> 2026-03-01
%F -> %F
%T -> %T
%D -> %D
%R -> %R
%r -> %r
%v -> %v
%G-W%V -> %G-W%V
%g -> %g
%H:%M -> 05:07'
[ "$seen" = "$expected" ] || { printf 'This has changed: expected\n%s\n' "$expected"; exit 1; }

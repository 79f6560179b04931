#!/usr/bin/env bash
# @marcbachmann/cel-js 8.0.0: a timestamp's getters with a zone, as in `t.getHours("UTC")`, read the wall time through the
# zone of the host. In the hour that the host's clocks skip they are an hour off, whatever zone was asked for.
# The CEL specification (langdef, "Timestamp") gives them the time in the zone that is named.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @marcbachmann/cel-js@8.0.0
cat >run.mjs <<'JS'
import { evaluate } from "@marcbachmann/cel-js";
console.log(String(evaluate('timestamp("2026-03-08T02:30:00Z").getHours("UTC")')));
JS
utc=$(TZ=UTC node run.mjs)
new_york=$(TZ=America/New_York node run.mjs)
echo "@marcbachmann/cel-js 8.0.0, Node $(node --version)"
echo 'timestamp("2026-03-08T02:30:00Z").getHours("UTC")'
echo "on a host in UTC: $utc; on a host in New York, whose clocks skip 02:30 that day: $new_york"
[ "$utc" = 2 ] && [ "$new_york" = 3 ] || { echo "This has changed: expected 2 and 3."; exit 1; }

#!/usr/bin/env bash
# temporal-polyfill 1.0.8: where a time zone is asked for, the text of a date with an offset, `Z` or a bracketed zone is taken
# as well, and that is the zone (as Temporal's specification wants it). A person's attribute "time zone" that holds a date by
# mistake is therefore no error, while Intl refuses it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent temporal-polyfill@1.0.8
cat >run.mjs <<'JS'
import { Temporal } from "temporal-polyfill";
const at = Temporal.Instant.from("2026-03-01T09:00:00Z");
for (const text of ["2026-01-01T00:00Z", "2026-01-01T00:00[Europe/Berlin]", "2026-01-01T00:00-05:00"]) {
  let intl = "accepted";
  try { new Intl.DateTimeFormat("en", { timeZone: text }); } catch { intl = "refused"; }
  console.log(`${text} -> ${at.toZonedDateTimeISO(text).timeZoneId}, Intl: ${intl}`);
}
JS
seen=$(node run.mjs)
echo "temporal-polyfill 1.0.8"
echo "$seen"
expected='2026-01-01T00:00Z -> UTC, Intl: refused
2026-01-01T00:00[Europe/Berlin] -> Europe/Berlin, Intl: refused
2026-01-01T00:00-05:00 -> -05:00, Intl: refused'
[ "$seen" = "$expected" ] || { printf 'This has changed: expected\n%s\n' "$expected"; exit 1; }

#!/usr/bin/env bash
# next 16.4.5 with @marcbachmann/cel-js 8.0.0: loading Next's server environment puts another global Date in place, and with it
# the constructor of the shared prototype. cel-js knows a timestamp by its constructor, from the time when it was loaded:
# every expression with a timestamp fails from then on. `instanceof Date` goes on being true, so little else notices.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  @marcbachmann/cel-js@8.0.0 next@16.4.5 react@19.3.1 react-dom@19.3.1
cat >run.mjs <<'JS'
import { createRequire } from "node:module";
import { Environment } from "@marcbachmann/cel-js";
const environment = new Environment().registerVariable("now", "google.protobuf.Timestamp");
const isLate = environment.parse('now > timestamp("2020-01-01T00:00:00Z")');
const ask = () => {
  try {
    return String(isLate({ now: new Date("2026-03-01T09:00:00Z") }));
  } catch (error) {
    return error.message.split("\n")[0];
  }
};
console.log(`before: ${ask()}`);
createRequire(import.meta.url)("next/dist/server/node-environment");
console.log(`after Next is loaded: ${ask()}; instanceof Date: ${new Date() instanceof Date}`);
JS
seen=$(node run.mjs)
echo "next 16.4.5 with @marcbachmann/cel-js 8.0.0"
echo "$seen"
case "$seen" in
  "before: true"*"after Next is loaded: Unsupported type: Date"*"instanceof Date: true") ;;
  *) echo "This has changed."; exit 1 ;;
esac

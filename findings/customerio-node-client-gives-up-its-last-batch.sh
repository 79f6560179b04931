#!/usr/bin/env bash
# @customerio/cdp-analytics-node 0.5.9: `closeAndFlush()` waits for 1.25 × `flushInterval` at most, and then resolves as if all
# had been sent. With a short interval and a server that takes half a second to answer, the process ends with the last batch
# on its way, without an error or a rejected promise.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @customerio/cdp-analytics-node@0.5.9
cat >run.mjs <<'JS'
import { createServer } from "node:http";
import { Analytics } from "@customerio/cdp-analytics-node";
for (const flushInterval of [20, 10_000]) {
  let answered = 0;
  const server = createServer((request, response) => {
    request.resume().on("end", () => setTimeout(() => { answered++; response.end("{}"); }, 500));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const host = `http://127.0.0.1:${server.address().port}`;
  const errors = [];
  const client = new Analytics({ writeKey: "key", host, flushInterval });
  client.on("error", (error) => errors.push(error));
  client.track({ userId: "ada", event: "Signed up" });
  await client.closeAndFlush();
  console.log(`flushInterval ${flushInterval}: resolved with ${answered} requests answered, ${errors.length} errors`);
  server.close();
  server.closeAllConnections();
}
process.exit(0);
JS
seen=$(node run.mjs)
echo "@customerio/cdp-analytics-node 0.5.9, one event, a server that answers after 500 ms"
echo "$seen"
expected='flushInterval 20: resolved with 0 requests answered, 0 errors
flushInterval 10000: resolved with 1 requests answered, 0 errors'
[ "$seen" = "$expected" ] || { printf 'This has changed: expected\n%s\n' "$expected"; exit 1; }

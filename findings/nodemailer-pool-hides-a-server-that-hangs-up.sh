#!/usr/bin/env bash
# nodemailer 10.6.0: a mail server that takes the connection and closes it without a greeting is asked once by a plain transport,
# which says so (`command` CONN, "Connection closed unexpectedly"). With `pool: true` the same single mail opens six connections
# one after the other, for some two seconds, and ends in an error without `command` that names no cause but the retries.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent nodemailer@10.6.0
cat >run.cjs <<'JS'
const { createServer } = require("node:net");
const nodemailer = require("nodemailer");
(async () => {
  for (const pool of [false, true]) {
    let connections = 0;
    const server = createServer((socket) => {
      connections++;
      socket.end();
    });
    await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
    const transport = nodemailer.createTransport({ host: "127.0.0.1", port: server.address().port, pool });
    const mail = { from: "ada@example.com", to: "bob@example.com", subject: "Hello", text: "Hello" };
    const error = await transport.sendMail(mail).catch((reason) => reason);
    console.log(`pool ${pool}: ${connections} connections, ${error.code}, command ${error.command}: ${error.message}`);
    transport.close();
    server.close();
  }
})();
JS
seen=$(node run.cjs)
echo "nodemailer 10.6.0, one mail, a server that hangs up at once"
echo "$seen"
expected='pool false: 1 connections, ECONNECTION, command CONN: Connection closed unexpectedly
pool true: 6 connections, ECONNECTION, command undefined: Reached maximum number of retries after connection was closed'
[ "$seen" = "$expected" ] || { printf 'This has changed: expected\n%s\n' "$expected"; exit 1; }

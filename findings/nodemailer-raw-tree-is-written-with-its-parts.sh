#!/usr/bin/env bash
# nodemailer 10.6.0: `setRaw` gives a message its whole text. Once the headers of a message with parts were built, which is how one
# learns its boundary, the parts are written once more behind that text: the mail is twice as large, and mail programs show no difference.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent nodemailer@10.6.0
cat >run.mjs <<'JS'
import nodemailer from "nodemailer";
const RAW = "Subject: Hello\r\nContent-Type: text/plain\r\n\r\nThe whole message\r\n";
for (const mail of [{ text: "A part" }, { text: "A part", html: "<p>Another part</p>" }]) {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  transport.use("stream", ({ message }, done) => {
    message.buildHeaders();
    message.setRaw(RAW);
    done();
  });
  const { message } = await transport.sendMail({ from: "a@example.com", to: "b@example.com", ...mail });
  const text = message.toString();
  const has = (part) => (text.includes(part) ? "yes" : "no");
  console.log(`${Object.keys(mail).length} part(s): whole ${has("The whole message")}, first ${has("A part")}, second ${has("Another part")}`);
}
JS
seen=$(node run.mjs)
echo "nodemailer 10.6.0"
echo "$seen"
expected='1 part(s): whole yes, first no, second no
2 part(s): whole yes, first yes, second yes'
[ "$seen" = "$expected" ] || { printf 'This has changed: expected\n%s\n' "$expected"; exit 1; }

#!/usr/bin/env bash
# mjml 5.4.1: a Liquid output inside `<mj-style inline="inline">` ends the inlining there. That rule and every later rule of
# the style are left out of the mail, and neither `errors` nor the HTML says so.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent mjml@5.4.1
cat >run.mjs <<'JS'
import mjml2html from "mjml";
for (const color of ["green", "{{ brand }}"]) {
  const css = `.a div { color: ${color} !important; } .b div { color: blue !important; }`;
  const { html, errors } = await mjml2html(`<mjml><mj-head><mj-style inline="inline">${css}</mj-style></mj-head>
    <mj-body><mj-section><mj-column><mj-text css-class="a">one</mj-text><mj-text css-class="b">two</mj-text>
    </mj-column></mj-section></mj-body></mjml>`);
  const colorOf = (word) => new RegExp(`color: ?([^;"]+);?">\\s*${word}`).exec(html)?.[1];
  console.log(`first rule ${color}: one is ${colorOf("one")}, two is ${colorOf("two")}, errors ${errors.length}`);
}
JS
seen=$(node run.mjs)
echo "mjml 5.4.1, two rules to inline"
echo "$seen"
expected='first rule green: one is green, two is blue, errors 0
first rule {{ brand }}: one is #000000, two is #000000, errors 0'
[ "$seen" = "$expected" ] || { printf 'This has changed: expected\n%s\n' "$expected"; exit 1; }

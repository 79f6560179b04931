#!/usr/bin/env bash
# mjml 5.4.1: with `minify: true` the words of a class attribute are sorted, those inside a Liquid tag too. A css-class such
# as `{% if vip %}gold{% endif %}`, which passes validation and renders without `minify`, no longer parses as Liquid.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent mjml@5.4.1 liquidjs@10.30.1
cat >run.mjs <<'JS'
import { Liquid } from "liquidjs";
import mjml2html from "mjml";
const text = `<mjml><mj-body><mj-section><mj-column>
  <mj-text css-class="{% if vip %}gold{% endif %}">Hello</mj-text></mj-column></mj-section></mj-body></mjml>`;
for (const minify of [false, true]) {
  const { html, errors } = await mjml2html(text, { minify, minifyOptions: { minifyCss: false } });
  const found = /class="([^"]*gold[^"]*)"/.exec(html)?.[1];
  const mail = await new Liquid().parseAndRender(html, { vip: true }).then(() => "renders", () => "no Liquid any more");
  console.log(`minify ${minify}, ${errors.length} errors: class="${found}", ${mail}`);
}
JS
seen=$(node run.mjs)
echo "mjml 5.4.1 with liquidjs 10.30.1"
echo "$seen"
expected='minify false, 0 errors: class="{% if vip %}gold{% endif %}", renders
minify true, 0 errors: class="{% %} %}gold{% endif if vip", no Liquid any more'
[ "$seen" = "$expected" ] || { printf 'This has changed: expected\n%s\n' "$expected"; exit 1; }

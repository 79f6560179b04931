#!/usr/bin/env bash
# liquidjs 10.30.1: a function given as `outputEscape` sees the value itself where a template writes `{{ x }}`, but only the
# text of it where it writes `{% echo x %}` or `{% cycle x %}`, although `echo` is meant to be the same inside of a tag. A Drop
# that stands for text which is safe already is let through by the one and escaped by the others.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent liquidjs@10.30.1
cat >run.cjs <<'JS'
const { Drop, Liquid } = require("liquidjs");
class Safe extends Drop {
  valueOf() {
    return "<b>";
  }
}
const outputEscape = (value) => (value instanceof Drop ? value.valueOf() : String(value).replaceAll("<", "&lt;"));
const engine = new Liquid({ outputEscape });
for (const template of ["{{ x }}", "{% echo x %}", "{% cycle x, x %}"])
  console.log(`${template} → ${engine.parseAndRenderSync(template, { x: new Safe() })}`);
JS
seen=$(node run.cjs)
echo "liquidjs 10.30.1, a Drop and an outputEscape that lets Drops through"
echo "$seen"
expected='{{ x }} → <b>
{% echo x %} → &lt;b>
{% cycle x, x %} → &lt;b>'
[ "$seen" = "$expected" ] || { printf 'This has changed: expected\n%s\n' "$expected"; exit 1; }

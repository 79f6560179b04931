#!/usr/bin/env bash
# d3-sankey 0.12.3: where every link has the value 0, as in the paths of a journey that nobody has entered yet, all positions
# and widths are NaN and no error says so; an SVG drawn from them stays empty. One link above 0 is enough for numbers.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent d3-sankey@0.12.3
cat >run.mjs <<'JS'
import { sankey } from "d3-sankey";
for (const entered of [0, 3]) {
  const nodes = [{ id: "start" }, { id: "mail" }, { id: "end" }];
  const links = [{ source: "start", target: "mail", value: entered }, { source: "mail", target: "end", value: 0 }];
  const drawn = sankey().nodeId((node) => node.id).size([100, 100])({ nodes, links });
  const tops = drawn.nodes.map(({ y0, y1 }) => `${y0} to ${y1}`).join(", ");
  console.log(`${entered} people: nodes ${tops}; links ${drawn.links.map(({ width }) => width).join(", ")}`);
}
JS
seen=$(node run.mjs)
echo "d3-sankey 0.12.3"
echo "$seen"
expected='0 people: nodes NaN to NaN, NaN to NaN, NaN to NaN; links NaN, NaN
3 people: nodes 0 to 100, 0 to 100, 50 to 50; links 100, 0'
[ "$seen" = "$expected" ] || { printf 'This has changed: expected\n%s\n' "$expected"; exit 1; }

import { type Canvas, type JourneyNode, labelOf } from "#journey";
import { linkPath } from "../canvas/link-path.ts";
import { wholeOf } from "../document/annotations.ts";
import type { Direction } from "../document/direction.ts";
import { edgeText } from "../document/edge-text.ts";
import { edgesByExit, exitsOf } from "../document/exits.ts";
import { entryPoint, exitPoint, STEP_HEIGHT, STEP_WIDTH } from "../document/geometry.ts";
import { graphOf } from "../document/graph.ts";
import { summaryOf } from "../nodes/words.ts";
import { routesOf } from "../routes/canvas-routes.ts";
import { drawGroups, drawNotes } from "./draw-annotations.ts";
import { COLORS, cut, escaped, FONT, LETTERS } from "./svg-text.ts";

const MARGIN = 48;
/** A journey as an SVG file of its own: light, with labels and summaries, without a browser's styles. */
export function drawJourney(
  canvas: Canvas,
  direction: Direction,
  contentNames: ReadonlyMap<string, string> = new Map(),
): { svg: string; width: number; height: number } {
  const box = wholeOf(canvas);
  const [width, height] = [Math.ceil(box.width + 2 * MARGIN), Math.ceil(box.height + 2 * MARGIN)];
  const view = `${box.x - MARGIN} ${box.y - MARGIN} ${width} ${height}`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${view}">`,
    `<rect x="${box.x - MARGIN}" y="${box.y - MARGIN}" width="${width}" height="${height}" fill="${COLORS.page}"/>`,
    ...drawGroups(canvas),
    ...drawEdges(canvas, direction),
    ...canvas.nodes.map((node) => drawStep(node, contentNames)),
    ...drawNotes(canvas),
    "</svg>",
  ].join("\n");
  return { svg, width, height };
}

function drawStep(node: JourneyNode, contentNames: ReadonlyMap<string, string>): string {
  const { x, y } = node.position;
  const summary = summaryOf(node, node.contentId ? contentNames.get(node.contentId) : undefined);
  const dash = node.disabled ? ' stroke-dasharray="5 4"' : "";
  return [
    `<g><title>${escaped(labelOf(node))}</title>`,
    `<rect x="${x}" y="${y}" width="${STEP_WIDTH}" height="${STEP_HEIGHT}" rx="14" fill="${COLORS.card}" stroke="${COLORS.border}"${dash}/>`,
    `<text x="${x + 18}" y="${y + 30}" ${FONT} font-size="14" font-weight="600" fill="${COLORS.text}">${cut(labelOf(node))}</text>`,
    `<text x="${x + 18}" y="${y + 50}" ${FONT} font-size="12" fill="${COLORS.quiet}">${cut(node.disabled ? "Disabled" : summary)}</text></g>`,
  ].join("");
}

function drawEdges(canvas: Canvas, direction: Direction): string[] {
  const { nodes } = graphOf(canvas);
  const routes = routesOf(canvas, { direction, mode: "build" });
  return canvas.nodes.flatMap((source) => {
    const exits = exitsOf(source, canvas);
    return [...edgesByExit(source, canvas)].flatMap(([exit, edges]) =>
      edges.flatMap((edge) => {
        const target = nodes.get(edge.targetNodeId);
        if (!target) return [];
        const place = {
          index: Math.max(
            0,
            exits.findIndex(({ key }) => key === exit),
          ),
          count: Math.max(1, exits.length),
        };
        const out = exitPoint(place.index, place.count, direction, "build");
        const into = entryPoint(direction, "build");
        const { path, labelX, labelY } = linkPath(
          { x: source.position.x + out.x, y: source.position.y + out.y },
          routes.of(edge, place),
          { x: target.position.x + into.x, y: target.position.y + into.y },
        );
        const text = edgeText(edge, canvas);
        const line = `<path d="${path}" fill="none" stroke="${COLORS.link}" stroke-width="1.6"/>`;
        return text === "" ? [line] : [line, label(text, labelX, labelY)];
      }),
    );
  });
}

function label(text: string, x: number, y: number): string {
  const said = cut(text);
  const width = Math.max(28, [...text].slice(0, LETTERS).length * 6.4 + 16);
  return [
    `<rect x="${x - width / 2}" y="${y - 10}" width="${width}" height="20" rx="10" fill="${COLORS.card}" stroke="${COLORS.border}"/>`,
    `<text x="${x}" y="${y + 4}" ${FONT} font-size="11" text-anchor="middle" fill="${COLORS.quiet}">${said}</text>`,
  ].join("");
}

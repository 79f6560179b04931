import type { Canvas } from "#journey";
import { annotationsOf, frameOf, titleOf } from "../document/annotations.ts";
import { nodeById } from "../document/graph.ts";
import { COLORS, cut, escaped, FONT } from "./svg-text.ts";

const LINE = 18;
const LETTER_WIDTH = 6.8;
const PADDING = 12;

/** The frames of groups, which lie behind everything else. */
export function drawGroups(canvas: Canvas): string[] {
  return annotationsOf(canvas).flatMap((one) => {
    const frame = one.kind === "group" ? frameOf(one, (id) => nodeById(canvas, id)?.position) : null;
    if (!frame) return [];
    const { x, y, width, height } = frame;
    return [
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="18" fill="${COLORS.group}" stroke="${COLORS.border}" stroke-dasharray="5 4"/>`,
      `<text x="${x + 18}" y="${y + 24}" ${FONT} font-size="12" font-weight="600" fill="${COLORS.text}">${cut(titleOf(one))}</text>`,
    ];
  });
}

/** Notes with their text in lines, as a picture breaks none by itself. */
export function drawNotes(canvas: Canvas): string[] {
  return annotationsOf(canvas).flatMap((one) => {
    if (one.kind !== "note") return [];
    const { position, width, height, text } = one;
    const most = Math.max(1, Math.floor((height - PADDING) / LINE));
    const lines = broken(text, Math.floor((width - 2 * PADDING) / LETTER_WIDTH)).slice(0, most);
    const spans = lines.map(
      (line, at) =>
        `<tspan x="${position.x + PADDING}" y="${position.y + PADDING + 12 + at * LINE}">${escaped(line)}</tspan>`,
    );
    return [
      `<rect x="${position.x}" y="${position.y}" width="${width}" height="${height}" rx="10" fill="${COLORS.note}" stroke="${COLORS.noteBorder}"/>`,
      `<text ${FONT} font-size="13" fill="${COLORS.text}">${spans.join("")}</text>`,
    ];
  });
}

/** Text in lines of at most so many letters, broken between words; a longer word is cut. */
function broken(text: string, letters: number): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines = [""];
    for (const word of paragraph.split(" ")) {
      const last = lines.at(-1) ?? "";
      const joined = last === "" ? word : `${last} ${word}`;
      if (joined.length <= letters) lines[lines.length - 1] = joined;
      else lines.push(word.slice(0, letters));
    }
    return lines[0] === "" && lines.length > 1 ? lines.slice(1) : lines;
  });
}

/** Rows as people read them on a terminal: aligned columns under a heading. Each cell is one line. */
export function alignedTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heading, ...rows.map((row) => row.map(oneLine))];
  const widths = heading.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ""))));
  return lines
    .map(
      (line) =>
        `${line
          .map((cell, column) => pad(cell, widths[column] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

/** Rows as programs read them: a tab between cells, no heading. */
export const tabbedTable = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(oneLine).join("\t")}\n`).join("");

const oneLine = (cell: string): string => cell.replace(/[\t\r\n]+/g, " ");

/** How many columns a text takes. */
function widthOf(text: string): number {
  // Nearly always; what follows takes longer to load than the rest of a command.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) width += isWide(segment) ? 2 : 1;
  return width;
}

/** Characters that take two columns: those of East Asia, and emoji. */
const isWide = (segment: string): boolean =>
  /\p{Extended_Pictographic}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
    segment,
  );

const pad = (cell: string, width: number): string => cell + " ".repeat(Math.max(0, width - widthOf(cell)));

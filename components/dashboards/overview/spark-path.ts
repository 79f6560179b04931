/** The line through counts from left to right, and the area below it, as SVG paths of a box of the given size. */
export function sparkPath(counts: readonly number[], width: number, height: number): { line: string; area: string } {
  const most = Math.max(1, ...counts);
  const step = counts.length > 1 ? width / (counts.length - 1) : 0;
  const point = (count: number, index: number) =>
    `${round(index * step)} ${round(height - 1 - (count / most) * (height - 2))}`;
  const points = counts.map(point);
  const line = points.length === 0 ? "" : `M${points.join("L")}`;
  return { line, area: line === "" ? "" : `${line}V${height}H0Z` };
}

const round = (value: number) => Math.round(value * 10) / 10;

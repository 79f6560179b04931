import { formatNumber, Notice } from "#shell";
import type { LeftOut } from "./people-list.ts";

/** So many rows are named; a file with more of them is best put right first. */
const NAMED = 100;

/** The rows of a list that are nobody, each with its line and why. */
export function LeftOutRows({ rows }: { rows: readonly LeftOut[] }) {
  return (
    <Notice tone="warning">
      <p>
        {formatNumber(rows.length)} {rows.length === 1 ? "row is" : "rows are"} left out
        {rows.length > NAMED ? `. The first ${NAMED}:` : ":"}
      </p>
      <ul className="mt-1 max-h-24 list-disc overflow-y-auto pl-4 text-xs">
        {rows.slice(0, NAMED).map(({ line, why }) => (
          <li key={line}>
            Line {line}: {why}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

import type { OutlineItem } from "../document/outline.ts";

/** A row of the outline; `isExpanded` is null where nothing lies deeper. */
export type OutlineRowItem = OutlineItem & { isExpanded: boolean | null };
export type Fold = (nodeId: string, isFolded: boolean) => void;

/** The rows that are shown: what lies deeper than a folded row is left out. */
export function withoutFolded(items: readonly OutlineItem[], folded: ReadonlySet<string>): OutlineRowItem[] {
  const rows: OutlineRowItem[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const [index, item] of items.entries()) {
    if (item.level > hiddenBelow) continue;
    const hasDeeper = (items[index + 1]?.level ?? 0) > item.level;
    const isFolded = hasDeeper && folded.has(item.node.id);
    hiddenBelow = isFolded ? item.level : Number.POSITIVE_INFINITY;
    rows.push({ ...item, isExpanded: hasDeeper ? !isFolded : null });
  }
  return rows;
}

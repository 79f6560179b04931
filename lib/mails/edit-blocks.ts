import type { Block, BlockType, InnerBlock } from "./block.ts";

/** Where a block stands: among all blocks, or in a column of one of them. */
export type Place = { readonly parent: string | null; readonly column: number; readonly at: number };

const TOP: Omit<Place, "at"> = { parent: null, column: 0 };

/** A new block of a type, as the editor adds it. */
export function newBlock(type: BlockType, id: string): Block {
  switch (type) {
    case "heading":
      return { id, type, text: "A heading", level: 1 };
    case "text":
      return { id, type, text: "Hello {{ recipientName }}," };
    case "image":
      return { id, type, src: "", alt: "" };
    case "button":
      return { id, type, label: "Open", href: "https://" };
    case "columns":
      return { id, type, columns: [[], []] };
    case "divider":
      return { id, type };
    case "snippet":
      return { id, type, slug: "" };
    case "html":
      return { id, type, html: "<p></p>" };
  }
}

export function placeOf(blocks: readonly Block[], id: string): Place | null {
  const at = blocks.findIndex((block) => block.id === id);
  if (at >= 0) return { ...TOP, at };
  for (const block of blocks) {
    if (block.type !== "columns") continue;
    for (const [column, inner] of block.columns.entries()) {
      const row = inner.findIndex((one) => one.id === id);
      if (row >= 0) return { parent: block.id, column, at: row };
    }
  }
  return null;
}

export function findBlock(blocks: readonly Block[], id: string): Block | undefined {
  const all = blocks.flatMap((block) => (block.type === "columns" ? [block, ...block.columns.flat()] : [block]));
  return all.find((block) => block.id === id);
}

export function changeBlock(blocks: readonly Block[], changed: Block): Block[] {
  return blocks.map((block) => {
    if (block.id === changed.id) return changed;
    if (block.type !== "columns" || changed.type === "columns") return block;
    const columns = block.columns.map((column) => column.map((inner) => (inner.id === changed.id ? changed : inner)));
    return { ...block, columns };
  });
}

export function removeBlock(blocks: readonly Block[], id: string): Block[] {
  return blocks
    .filter((block) => block.id !== id)
    .map((block) =>
      block.type === "columns"
        ? { ...block, columns: block.columns.map((column) => column.filter((inner) => inner.id !== id)) }
        : block,
    );
}

/** Columns hold no columns: such a block, and one for a place that is gone, stays at the end of the mail. */
export function insertBlock(blocks: readonly Block[], block: Block, place: Place): Block[] {
  if (place.parent !== null && block.type !== "columns") {
    const inner = block;
    const parent = blocks.find(({ id }) => id === place.parent);
    if (parent?.type === "columns" && parent.columns[place.column])
      return blocks.map((one) =>
        one === parent ? { ...parent, columns: withInner(parent.columns, inner, place) } : one,
      );
  }
  const at = place.parent === null ? place.at : blocks.length;
  return [...blocks.slice(0, at), block, ...blocks.slice(at)];
}

function withInner(columns: readonly InnerBlock[][], block: InnerBlock, { column, at }: Place): InnerBlock[][] {
  return columns.map((inner, side) => (side === column ? [...inner.slice(0, at), block, ...inner.slice(at)] : inner));
}

/** One place up or down in its own list. */
export function nudgeBlock(blocks: readonly Block[], id: string, by: -1 | 1): Block[] {
  const place = placeOf(blocks, id);
  const block = findBlock(blocks, id);
  if (!place || !block) return [...blocks];
  const list = listOf(blocks, place);
  const at = Math.min(Math.max(place.at + by, 0), list.length - 1);
  return insertBlock(removeBlock(blocks, id), block, { ...place, at });
}

/** Moves a block before what stands at a place now. */
export function moveBlock(blocks: readonly Block[], id: string, to: Place): Block[] {
  const from = placeOf(blocks, id);
  const block = findBlock(blocks, id);
  if (!from || !block || to.parent === id) return [...blocks];
  const isSameList = from.parent === to.parent && from.column === to.column;
  const at = isSameList && from.at < to.at ? to.at - 1 : to.at;
  return insertBlock(removeBlock(blocks, id), block, { ...to, at });
}

function listOf(blocks: readonly Block[], { parent, column }: Place): readonly Block[] {
  if (parent === null) return blocks;
  const block = blocks.find(({ id }) => id === parent);
  return block?.type === "columns" ? (block.columns[column] ?? []) : [];
}

"use client";
import { useCanEdit } from "#data";
import type { Block } from "#mails";
import { AddBlock } from "./add-block.tsx";
import { BlockCard } from "./block-card.tsx";
import type { BlockListProps } from "./block-list-props.ts";

/** Blocks of the mail, or of one column. */
export function BlockList({ blocks, ...list }: BlockListProps) {
  if (blocks.length === 0)
    return <p className="rounded-lg border border-dashed px-4 py-3 text-muted-foreground text-xs">No blocks yet.</p>;
  return (
    <ol className="grid gap-2">
      {blocks.map((block, at) => {
        const base = `${list.base}/${at}`;
        return (
          <BlockCard key={block.id} block={block} at={at} {...list} base={base}>
            {block.type === "columns" ? <Columns block={block} {...list} base={base} /> : null}
          </BlockCard>
        );
      })}
    </ol>
  );
}

type ColumnsProps = Omit<BlockListProps, "blocks" | "parent" | "column"> & {
  block: Extract<Block, { type: "columns" }>;
};

/** The columns of a block, each with its own blocks. */
function Columns({ block, ...list }: ColumnsProps) {
  const canEdit = useCanEdit();
  const columns = block.columns.map((inner, index) => ({ key: `column ${index + 1}`, inner, index }));
  return (
    <div className="grid gap-3 border-t p-3 sm:grid-cols-2">
      {columns.map(({ key, inner, index }) => (
        <section key={key} aria-label={`Column ${index + 1}`} className="grid min-w-0 content-start gap-2">
          <p className="font-medium text-muted-foreground text-xs">Column {index + 1}</p>
          <BlockList {...list} blocks={inner} parent={block.id} column={index} base={`${list.base}/columns/${index}`} />
          {canEdit ? (
            <AddBlock
              isInner
              label={`Add to column ${index + 1}`}
              onAdd={(type) => list.onAdd(type, { parent: block.id, column: index, at: inner.length })}
            />
          ) : null}
        </section>
      ))}
    </div>
  );
}

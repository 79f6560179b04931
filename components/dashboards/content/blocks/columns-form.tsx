"use client";
import { useCanEdit } from "#data";
import type { Block } from "#mails";
import { AddBlock } from "./add-block.tsx";
import { BlockList, type BlockListProps } from "./block-list.tsx";

type ColumnsFormProps = Omit<BlockListProps, "blocks" | "parent" | "column"> & {
  block: Extract<Block, { type: "columns" }>;
};

/** The columns of a block, each with its own blocks. */
export function ColumnsForm({ block, ...list }: ColumnsFormProps) {
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

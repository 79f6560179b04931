"use client";
import type { RefObject } from "react";
import type { ContentFinding } from "#data";
import type { Block, BlockType, Place } from "#mails";
import type { InsertAtCursor } from "../code-field.tsx";
import { BlockCard } from "./block-card.tsx";

export type BlockListProps = {
  blocks: readonly Block[];
  /** All blocks of the mail. */
  all: readonly Block[];
  parent: string | null;
  column: number;
  chosen: string | null;
  findings: readonly ContentFinding[];
  base: string;
  insert: RefObject<InsertAtCursor | null>;
  onChoose: (id: string | null) => void;
  /** `about`: what is changed by typing, so that undo takes it as one step. */
  onChange: (blocks: Block[], about?: string | null) => void;
  onAdd: (type: BlockType, place: Place) => void;
};

/** Blocks of the mail, or of one column. */
export function BlockList({ blocks, ...rest }: BlockListProps) {
  if (blocks.length === 0)
    return <p className="rounded-lg border border-dashed px-4 py-3 text-muted-foreground text-xs">No blocks yet.</p>;
  return (
    <ol className="grid gap-2">
      {blocks.map((block, at) => (
        <BlockCard key={block.id} block={block} at={at} {...rest} base={`${rest.base}/${at}`} />
      ))}
    </ol>
  );
}

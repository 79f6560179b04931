"use client";
import { Redo2, Undo2 } from "lucide-react";
import { type KeyboardEvent, type RefObject, useState } from "react";
import { type ContentFinding, useCanEdit } from "#data";
import { type Block, type BlockType, insertBlock, type MailStyle, newBlock, type Place } from "#mails";
import { Button } from "#ui/button";
import type { InsertAtCursor } from "../code-field.tsx";
import { AddBlock } from "./add-block.tsx";
import { BlockList } from "./block-list.tsx";
import { StyleFields } from "./style-fields.tsx";
import { useUndo } from "./use-undo.ts";

type BlockEditorProps = {
  blocks: readonly Block[];
  style: MailStyle;
  findings: readonly ContentFinding[];
  /** The JSON pointer of the blocks. */
  base: string;
  insert: RefObject<InsertAtCursor | null>;
  onBlocks: (blocks: Block[]) => void;
  onStyle: (style: MailStyle) => void;
};

const newId = (): string => crypto.randomUUID().replaceAll("-", "").slice(0, 12);

/** The blocks of a mail, one below the other: chosen, changed, added, moved and removed, by mouse and by keys. */
export function BlockEditor({ blocks, style, findings, base, insert, onBlocks, onStyle }: BlockEditorProps) {
  const canEdit = useCanEdit();
  const { change, undo, redo } = useUndo<readonly Block[]>(blocks, (next) => onBlocks([...next]));
  const [chosen, setChosen] = useState<string | null>(null);
  const add = (type: BlockType, place: Place) => {
    const block = newBlock(type, newId());
    change(insertBlock(blocks, block, place));
    setChosen(block.id);
  };
  const onKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || !canEdit) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) redo();
    else undo();
  };
  return (
    <section aria-label="Blocks of the email" className="grid gap-3" onKeyDown={onKey}>
      {canEdit ? (
        <div className="flex flex-wrap items-center gap-2">
          <AddBlock label="Add a block" onAdd={(type) => add(type, { parent: null, column: 0, at: blocks.length })} />
          <Button variant="ghost" size="icon" aria-label="Undo" title="Undo (Ctrl Z)" onClick={undo}>
            <Undo2 />
          </Button>
          <Button variant="ghost" size="icon" aria-label="Redo" title="Redo (Ctrl Shift Z)" onClick={redo}>
            <Redo2 />
          </Button>
          <p className="text-muted-foreground text-xs max-sm:hidden">
            Alt ↑ and Alt ↓ move the chosen block, Delete removes it.
          </p>
        </div>
      ) : null}
      <BlockList
        blocks={blocks}
        all={blocks}
        parent={null}
        column={0}
        chosen={chosen}
        findings={findings}
        base={base}
        insert={insert}
        onChoose={setChosen}
        onChange={change}
        onAdd={add}
      />
      <StyleFields style={style} onChange={onStyle} />
    </section>
  );
}

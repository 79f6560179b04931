"use client";
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from "lucide-react";
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useCanEdit } from "#data";
import { type Block, changeBlock, moveBlock, nudgeBlock, removeBlock } from "#mails";
import { Button } from "#ui/button";
import { cn } from "#ui/cn";
import { BlockForm } from "./block-form.tsx";
import type { BlockListProps } from "./block-list.tsx";
import { BLOCKS, summaryOf } from "./block-words.ts";
import { ColumnsForm } from "./columns-form.tsx";

const DRAGGED = "application/x-sojourn-block";

type BlockCardProps = Omit<BlockListProps, "blocks"> & { block: Block; at: number };

/** One block: a line that says what it is; chosen, its fields. */
export function BlockCard({ block, at, ...list }: BlockCardProps) {
  const { all, parent, column, chosen, findings, base, onChoose, onChange } = list;
  const canEdit = useCanEdit();
  const [isOver, setOver] = useState(false);
  const { label, icon: Icon } = BLOCKS[block.type];
  const isChosen = chosen === block.id;
  const head = useRef<HTMLButtonElement>(null);
  // After an undo, or a move by keys, the keys go on with the same block.
  useEffect(() => {
    if (isChosen && document.activeElement === document.body) head.current?.focus();
  });
  const mine = findings.filter(
    ({ pointer }) => pointer.startsWith(`${base}/`) && !pointer.startsWith(`${base}/columns/`),
  );
  const remove = () => {
    onChange(removeBlock(all, block.id));
    onChoose(null);
  };
  const onKey = (event: KeyboardEvent) => {
    if (!canEdit) return;
    if (event.key === "Delete" || event.key === "Backspace") remove();
    else if (event.altKey && event.key === "ArrowUp") onChange(nudgeBlock(all, block.id, -1));
    else if (event.altKey && event.key === "ArrowDown") onChange(nudgeBlock(all, block.id, 1));
    else return;
    event.preventDefault();
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    const id = event.dataTransfer.getData(DRAGGED);
    if (id === "" || id === block.id) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(moveBlock(all, id, { parent, column, at }));
  };
  return (
    <li
      className={cn(
        "rounded-lg border bg-card shadow-raised",
        isChosen && "border-ring",
        isOver && "border-primary border-t-2",
      )}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div className="flex items-center gap-1 pr-1.5">
        {canEdit ? (
          <span
            draggable
            aria-hidden
            className="cursor-grab py-2.5 pl-2 text-muted-foreground"
            onDragStart={(event) => event.dataTransfer.setData(DRAGGED, block.id)}
          >
            <GripVertical className="size-4" />
          </span>
        ) : null}
        <button
          ref={head}
          type="button"
          aria-expanded={isChosen}
          onClick={() => onChoose(isChosen ? null : block.id)}
          onKeyDown={onKey}
          className="flex min-w-0 flex-1 items-center gap-2 rounded-md px-1.5 py-2 text-left text-ui"
        >
          <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
          <span className="shrink-0 font-medium">{label}</span>
          <span className="truncate text-muted-foreground text-xs">{summaryOf(block)}</span>
          {mine.length > 0 ? (
            <span
              role="img"
              aria-label="has findings"
              className="ml-auto size-1.5 shrink-0 rounded-full bg-destructive"
            />
          ) : null}
        </button>
        {canEdit && isChosen ? (
          <Actions label={label} onMove={(by) => onChange(nudgeBlock(all, block.id, by))} onRemove={remove} />
        ) : null}
      </div>
      {isChosen ? (
        <div className="grid gap-3 border-t p-3">
          <BlockForm
            block={block}
            insert={list.insert}
            findings={mine}
            base={base}
            onChange={(changed) => onChange(changeBlock(all, changed), block.id)}
          />
        </div>
      ) : null}
      {block.type === "columns" ? <ColumnsForm block={block} {...list} /> : null}
    </li>
  );
}

type ActionsProps = { label: string; onMove: (by: -1 | 1) => void; onRemove: () => void };

function Actions({ label, onMove, onRemove }: ActionsProps) {
  return (
    <>
      <Button variant="ghost" size="icon-sm" aria-label={`Move ${label} up`} onClick={() => onMove(-1)}>
        <ArrowUp />
      </Button>
      <Button variant="ghost" size="icon-sm" aria-label={`Move ${label} down`} onClick={() => onMove(1)}>
        <ArrowDown />
      </Button>
      <Button variant="ghost" size="icon-sm" aria-label={`Remove ${label}`} onClick={onRemove}>
        <Trash2 />
      </Button>
    </>
  );
}

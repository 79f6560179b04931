"use client";
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useCanEdit } from "#data";
import { type Block, changeBlock, moveBlock, nudgeBlock, removeBlock } from "#mails";
import { Button } from "#ui/button";
import { cn } from "#ui/cn";
import { BlockForm } from "./block-form.tsx";
import type { BlockListProps } from "./block-list-props.ts";
import { BLOCKS, summaryOf } from "./block-words.ts";
import { startDrag, useDrop } from "./use-drop.ts";

type BlockCardProps = Omit<BlockListProps, "blocks"> & { block: Block; at: number; children: ReactNode };

/** One block: a line that says what it is; chosen, its fields; then its columns. */
export function BlockCard({ block, at, children, ...list }: BlockCardProps) {
  const { all, parent, column, chosen, findings, base, onChoose, onChange } = list;
  const canEdit = useCanEdit();
  const isChosen = chosen === block.id;
  const { isOver, handlers } = useDrop((id) => {
    if (id !== block.id) onChange(moveBlock(all, id, { parent, column, at }));
  });
  const mine = findings.filter(
    ({ pointer }) => pointer.startsWith(`${base}/`) && !pointer.startsWith(`${base}/columns/`),
  );
  const remove = () => {
    onChange(removeBlock(all, block.id));
    onChoose(null);
  };
  const move = (by: -1 | 1) => onChange(nudgeBlock(all, block.id, by));
  return (
    <li
      className={cn(
        "rounded-lg border bg-card shadow-raised",
        isChosen && "border-ring",
        isOver && "border-t-2 border-t-primary",
      )}
      {...handlers}
    >
      <div className="flex items-center gap-1 pr-1.5">
        {canEdit ? (
          <span
            draggable
            aria-hidden
            className="cursor-grab py-2.5 pl-2 text-muted-foreground"
            onDragStart={(event) => startDrag(event, block.id)}
          >
            <GripVertical className="size-4" />
          </span>
        ) : null}
        <Head
          block={block}
          isChosen={isChosen}
          hasFindings={mine.length > 0}
          onChoose={() => onChoose(isChosen ? null : block.id)}
          onMove={canEdit ? move : undefined}
          onRemove={canEdit ? remove : undefined}
        />
        {canEdit && isChosen ? <Actions label={BLOCKS[block.type].label} onMove={move} onRemove={remove} /> : null}
      </div>
      {isChosen ? (
        <div className="border-t p-3">
          <BlockForm
            block={block}
            insert={list.insert}
            findings={mine}
            base={base}
            onChange={(changed) => onChange(changeBlock(all, changed), block.id)}
          />
        </div>
      ) : null}
      {children}
    </li>
  );
}

type HeadProps = {
  block: Block;
  isChosen: boolean;
  hasFindings: boolean;
  onChoose: () => void;
  onMove: ((by: -1 | 1) => void) | undefined;
  onRemove: (() => void) | undefined;
};

function Head({ block, isChosen, hasFindings, onChoose, onMove, onRemove }: HeadProps) {
  const { label, icon: Icon } = BLOCKS[block.type];
  const button = useRef<HTMLButtonElement>(null);
  // After a move by keys the browser may have lost the focus; the keys continue with the same block.
  useEffect(() => {
    if (isChosen && document.activeElement === document.body) button.current?.focus();
  });
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Delete" || event.key === "Backspace") onRemove?.();
    else if (event.altKey && event.key === "ArrowUp") onMove?.(-1);
    else if (event.altKey && event.key === "ArrowDown") onMove?.(1);
    else return;
    event.preventDefault();
  };
  return (
    <button
      ref={button}
      type="button"
      aria-expanded={isChosen}
      onClick={onChoose}
      onKeyDown={onKey}
      className="flex min-w-0 flex-1 items-center gap-2 rounded-md px-1.5 py-2 text-left text-ui"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      <span className="shrink-0 font-medium">{label}</span>
      <span className="truncate text-muted-foreground text-xs">{summaryOf(block)}</span>
      {hasFindings ? (
        <span role="img" aria-label="has findings" className="ml-auto size-1.5 shrink-0 rounded-full bg-destructive" />
      ) : null}
    </button>
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

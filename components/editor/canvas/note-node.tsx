"use client";

import { type NodeProps, NodeResizeControl } from "@xyflow/react";
import { memo } from "react";
import { cn } from "#ui/cn";
import type { NoteFlowNode } from "./annotation-nodes.ts";
import { useAnnotationKeys } from "./use-annotation-keys.ts";

const LEAST = { width: 120, height: 60 };

/** A note for the people who edit the journey; its corner changes its size. */
export const NoteNode = memo(function NoteNode({ data: { note, mode }, selected }: NodeProps<NoteFlowNode>) {
  const keys = useAnnotationKeys(note.id, "note");
  return (
    <>
      {mode === "build" && selected ? (
        <NodeResizeControl
          position="bottom-right"
          minWidth={LEAST.width}
          minHeight={LEAST.height}
          className="note-corner"
        />
      ) : null}
      <div {...keys} className={cn("canvas-note", selected && "is-selected")}>
        <span className="sr-only">Note: </span>
        {note.text.trim() === "" ? <span className="text-muted-foreground">Empty note</span> : note.text}
      </div>
    </>
  );
});

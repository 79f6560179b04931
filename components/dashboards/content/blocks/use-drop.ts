"use client";
import { type DragEvent, useState } from "react";

const DRAGGED = "application/x-sojourn-block";

/** What a dragged block carries. */
export const startDrag = (event: DragEvent, id: string) => event.dataTransfer.setData(DRAGGED, id);

/** Takes a block that is dropped; `isOver` while one is above. */
export function useDrop(onDropped: (id: string) => void) {
  const [isOver, setOver] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(DRAGGED)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      const id = event.dataTransfer.getData(DRAGGED);
      if (id === "") return;
      event.preventDefault();
      event.stopPropagation();
      onDropped(id);
    },
  };
  return { isOver, handlers };
}

"use client";
import { useRef } from "react";
import type { Block } from "#mails";

const MOST = 100;
/** Typing in one block is one step until there is a pause. */
const TOGETHER_MS = 1_000;

type Step = { readonly blocks: readonly Block[]; readonly about: string | null; readonly at: number };

/** Undo and redo of changes of blocks. */
export function useUndo(blocks: readonly Block[], onBlocks: (blocks: Block[]) => void) {
  const past = useRef<Step[]>([]);
  const future = useRef<(readonly Block[])[]>([]);
  /** `about`: what is changed by typing; null = a step of its own. */
  const change = (next: Block[], about: string | null = null) => {
    const at = performance.now();
    const last = past.current.at(-1);
    const isSame = about !== null && last?.about === about && at - last.at < TOGETHER_MS;
    if (isSame) past.current[past.current.length - 1] = { ...last, at };
    else past.current = [...past.current, { blocks, about, at }].slice(-MOST);
    future.current = [];
    onBlocks(next);
  };
  const undo = () => {
    const step = past.current.pop();
    if (!step) return;
    future.current.push(blocks);
    onBlocks([...step.blocks]);
  };
  const redo = () => {
    const next = future.current.pop();
    if (!next) return;
    past.current.push({ blocks, about: null, at: 0 });
    onBlocks([...next]);
  };
  return { change, undo, redo };
}

"use client";
import { useRef } from "react";

const MOST = 100;
/** Typing in one place is one step until there is a pause. */
const TOGETHER_MS = 1_000;

type Step<Value> = { readonly value: Value; readonly about: string | null; readonly at: number };

/** Undo and redo of changes of a value, such as the blocks of a mail. */
export function useUndo<Value>(value: Value, onChange: (value: Value) => void) {
  const past = useRef<Step<Value>[]>([]);
  const future = useRef<Value[]>([]);
  /** `about`: what is changed by typing; null = a step of its own. */
  const change = (next: Value, about: string | null = null) => {
    const at = performance.now();
    const last = past.current.at(-1);
    const isSame = about !== null && last?.about === about && at - last.at < TOGETHER_MS;
    if (isSame) past.current[past.current.length - 1] = { ...last, at };
    else past.current = [...past.current, { value, about, at }].slice(-MOST);
    future.current = [];
    onChange(next);
  };
  const undo = () => {
    const step = past.current.pop();
    if (!step) return;
    future.current.push(value);
    onChange(step.value);
  };
  const redo = () => {
    const next = future.current.pop();
    if (next === undefined) return;
    past.current.push({ value, about: null, at: 0 });
    onChange(next);
  };
  return { change, undo, redo };
}

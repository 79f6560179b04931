"use client";

import { useEffect, useState } from "react";

/** What is typed, once it has not changed for so many milliseconds: not every letter asks the server. */
export function useSettled<Value>(value: Value, ms: number): Value {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return JSON.parse(settled) as Value;
}

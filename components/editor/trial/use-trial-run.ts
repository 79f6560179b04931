"use client";

import { useEffect, useState } from "react";
import type { Canvas } from "#journey";
import { useAnnounce } from "../keyboard/announcer.tsx";
import { useEditorStore } from "../state/context.tsx";
import type { Marks } from "../state/store.ts";

type Tried<Answer> = { canvas: Canvas; answer: Answer };

/** Runs a trial, announces the result, and draws it on the canvas while its tab is shown. */
export function useTrialRun<Answer>(
  isShown: boolean,
  draw: (canvas: Canvas, answer: Answer) => Marks | null,
  say: (answer: Answer) => string,
) {
  const store = useEditorStore();
  const announce = useAnnounce();
  const [tried, setTried] = useState<Tried<Answer> | null>(null);
  useEffect(() => {
    if (isShown) store.getState().mark(tried && draw(tried.canvas, tried.answer));
  }, [isShown, tried, draw, store]);
  const run = async (ask: () => Promise<Answer>) => {
    const { canvas } = store.getState();
    const answer = await ask();
    setTried({ canvas, answer });
    announce(say(answer));
  };
  return { run, tried: tried?.canvas ?? null, answer: tried?.answer ?? null };
}

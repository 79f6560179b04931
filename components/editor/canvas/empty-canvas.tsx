"use client";

import { Zap } from "lucide-react";
import { Button } from "#ui/button";
import { offers } from "../nodes/offers.ts";
import { useAddStep } from "../palette/use-add-step.ts";

/** Shown on a blank canvas: explains how to add a trigger. */
export function EmptyCanvas() {
  const add = useAddStep();
  const trigger = offers[0]?.offers[0];
  if (!trigger) return null;
  return (
    <div className="pointer-events-none absolute inset-0 z-10 grid place-items-center p-6">
      <div className="pointer-events-auto grid max-w-sm justify-items-center gap-3 text-center">
        <span className="grid size-12 place-items-center rounded-2xl bg-emerald-500/12 text-emerald-700 dark:text-emerald-300">
          <Zap className="size-6" aria-hidden />
        </span>
        <h2 className="font-semibold text-base">How do people enter?</h2>
        <p className="text-muted-foreground text-ui">
          A journey begins with a trigger. Drag steps here from the left, click them, or press N.
        </p>
        <Button data-first-step onClick={() => add(trigger, { kind: "free" })}>
          <Zap /> Add a trigger
        </Button>
      </div>
    </div>
  );
}

"use client";

import { BoxSelect, Copy, Trash2 } from "lucide-react";
import { labelOf } from "#journey";
import { Button } from "#ui/button";
import { useStepCommands } from "../keyboard/use-step-commands.ts";
import { useActions, useEditor } from "../state/context.tsx";
import { Panel } from "./panel.tsx";

/** Several chosen steps: what can be done to all of them. */
export function SelectionPanel() {
  const chosen = useEditor((state) => state.selection.nodes);
  const nodes = useEditor((state) => state.canvas.nodes);
  const { select, open } = useActions();
  const { duplicate, remove } = useStepCommands();
  const steps = nodes.filter((node) => chosen.has(node.id));
  const only = (id: string) => {
    select({ nodes: new Set([id]), edges: new Set() });
    open({ kind: "node", id });
  };
  return (
    <Panel
      label="Selection"
      title={`${steps.length} steps`}
      icon={<BoxSelect className="size-4 text-muted-foreground" aria-hidden />}
    >
      <div className="flex gap-2 px-4 py-4">
        <Button variant="outline" onClick={() => duplicate(steps.map((step) => step.id))}>
          <Copy /> Duplicate
        </Button>
        <Button variant="outline" onClick={() => remove(steps.map((step) => step.id))}>
          <Trash2 /> Delete
        </Button>
      </div>
      <ul className="border-t p-2">
        {steps.map((step) => (
          <li key={step.id}>
            <button
              type="button"
              onClick={() => only(step.id)}
              className="w-full truncate rounded-md px-2 py-1.5 text-left text-ui hover:bg-accent"
            >
              {labelOf(step)}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

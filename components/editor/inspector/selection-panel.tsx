"use client";

import {
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  BoxSelect,
  CircleSlash2,
  Copy,
  type LucideIcon,
  Trash2,
} from "lucide-react";
import { isEnd, isEntry, labelOf } from "#journey";
import { Button } from "#ui/button";
import type { Arrangement } from "../document/arrange.ts";
import { useStepCommands } from "../keyboard/use-step-commands.ts";
import { useActions, useEditor } from "../state/context.tsx";
import { Panel } from "./panel.tsx";

const ARRANGEMENTS: readonly { how: Arrangement; title: string; icon: LucideIcon; least: number }[] = [
  { how: "left", title: "Align in a column", icon: AlignStartVertical, least: 2 },
  { how: "top", title: "Align in a row", icon: AlignStartHorizontal, least: 2 },
  { how: "columns", title: "Distribute across", icon: AlignHorizontalDistributeCenter, least: 3 },
  { how: "rows", title: "Distribute down", icon: AlignVerticalDistributeCenter, least: 3 },
];

/** Several chosen steps: what can be done to all of them. */
export function SelectionPanel() {
  const chosen = useEditor((state) => state.selection.nodes);
  const nodes = useEditor((state) => state.canvas.nodes);
  const { select, open } = useActions();
  const { duplicate, remove, disable, arrange } = useStepCommands();
  const steps = nodes.filter((node) => chosen.has(node.id));
  const able = steps.filter((step) => !isEntry(step) && !isEnd(step));
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
      <div className="flex flex-wrap gap-2 px-4 py-4">
        <Button variant="outline" onClick={() => duplicate(steps.map((step) => step.id))}>
          <Copy /> Duplicate
        </Button>
        <Button variant="outline" onClick={() => remove(steps.map((step) => step.id))}>
          <Trash2 /> Delete
        </Button>
        <Button variant="outline" onClick={() => disable(steps.map((step) => step.id))}>
          <CircleSlash2 /> {able.length > 0 && able.every((step) => step.disabled) ? "Enable" : "Disable"}
        </Button>
        <fieldset className="contents">
          <legend className="sr-only">Arrange</legend>
          {ARRANGEMENTS.map(({ how, title, icon: Icon, least }) => (
            <Button
              key={how}
              variant="outline"
              size="icon"
              aria-label={title}
              title={title}
              disabled={steps.length < least}
              onClick={() => arrange(how)}
            >
              <Icon />
            </Button>
          ))}
        </fieldset>
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

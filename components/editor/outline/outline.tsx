"use client";

import { Plus } from "lucide-react";
import { type KeyboardEvent, useMemo, useRef } from "react";
import { labelOf } from "#journey";
import { Button } from "#ui/button";
import { cn } from "#ui/cn";
import { ProblemBadge } from "../canvas/problem-badge.tsx";
import { edgeText } from "../document/edge-text.ts";
import { openExits } from "../document/exits.ts";
import { type OutlineItem, outline } from "../document/outline.ts";
import { stepKinds } from "../nodes/step-kinds.ts";
import { summaryOf } from "../nodes/words.ts";
import { useStepMenu } from "../palette/step-menu-context.tsx";
import { useStepProblems } from "../problems/use-step-problems.ts";
import { useLibrary } from "../state/catalog.tsx";
import { useActions, useEditor } from "../state/context.tsx";
import { useJourneyInfo } from "../state/journey-info.tsx";

/** The journey as a list of steps with the same functions as the canvas, for phones and screen readers. */
export function Outline() {
  const canvas = useEditor((state) => state.canvas);
  const items = useMemo(() => outline(canvas), [canvas]);
  const { canEdit } = useJourneyInfo();
  const openMenu = useStepMenu();
  return (
    <div className="min-w-0 flex-1 overflow-y-auto bg-canvas px-3 py-4 sm:px-6">
      {items.length === 0 ? (
        <p className="py-10 text-center text-muted-foreground text-ui">No steps yet.</p>
      ) : (
        <Tree items={items} />
      )}
      {canEdit ? (
        <div className="mx-auto mt-3 max-w-2xl">
          <Button
            variant="outline"
            data-add-step
            onClick={(event) => openMenu({ x: event.clientX, y: event.clientY }, { kind: "free" })}
          >
            <Plus /> Add a step
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Tree({ items }: { items: readonly OutlineItem[] }) {
  const tree = useRef<HTMLDivElement>(null);
  const focusedId = useEditor((state) => state.focusedId);
  const stop = items.find((item) => item.node.id === focusedId && !item.again) ?? items[0];
  const walk = (event: KeyboardEvent) => {
    const rows = [...(tree.current?.querySelectorAll<HTMLElement>("[role=treeitem]") ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    rows[Math.min(rows.length - 1, Math.max(0, to))]?.focus();
  };
  return (
    <div
      ref={tree}
      role="tree"
      aria-label="Steps of the journey"
      onKeyDown={walk}
      className="mx-auto grid max-w-2xl grid-cols-1 gap-1.5"
    >
      {items.map((item) => (
        <OutlineRow key={item.key} item={item} isTabStop={item === stop} />
      ))}
    </div>
  );
}

function OutlineRow({ item, isTabStop }: { item: OutlineItem; isTabStop: boolean }) {
  const { node, edge, level, again } = item;
  const kind = stepKinds[node.type];
  const Icon = kind.icon(node.config);
  const text = useEditor((state) => (edge ? edgeText(edge, state.canvas) : ""));
  const problems = useStepProblems(node.id);
  const isOpen = useEditor((state) => state.opened?.id === node.id);
  const { contentNames } = useLibrary();
  const { open, select, focus } = useActions();
  const show = () => {
    select({ nodes: new Set([node.id]), edges: new Set() });
    open({ kind: "node", id: node.id });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    show();
  };
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-selected={isOpen}
      tabIndex={isTabStop ? 0 : -1}
      data-outline={node.id}
      onClick={show}
      onFocus={() => focus(node.id)}
      onKeyDown={press}
      style={{ marginLeft: `${Math.min(level - 1, 6) * 18}px` }}
      className={cn(
        "flex cursor-pointer items-center gap-3 rounded-xl border bg-card px-3 py-2 shadow-raised hover:border-input",
        isOpen && "border-primary",
        again && "border-dashed bg-transparent shadow-none",
      )}
    >
      <span className={cn("grid size-8 shrink-0 place-items-center rounded-lg", kind.accent.tile)}>
        <Icon className="size-4" aria-hidden />
      </span>
      <span className="min-w-0 flex-1">
        {text === "" ? null : <span className="block truncate text-[11px] text-muted-foreground">{text}</span>}
        <span className="block truncate font-medium text-ui">{labelOf(node)}</span>
        <span className="block truncate text-muted-foreground text-xs">
          {again ? "Listed above" : summaryOf(node, node.contentId ? contentNames.get(node.contentId) : undefined)}
        </span>
      </span>
      {again ? null : <ProblemBadge problems={problems} />}
      {again ? null : <OpenExitButton node={node} />}
    </div>
  );
}

function OpenExitButton({ node }: { node: OutlineItem["node"] }) {
  // The selector returns the canvas, which is a stable object; exits would be a new array at each call.
  const canvas = useEditor((state) => state.canvas);
  const open = openExits(node, canvas)[0];
  const { canEdit } = useJourneyInfo();
  const openMenu = useStepMenu();
  if (!open || !canEdit) return null;
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      tabIndex={-1}
      aria-label={`Add a step after ${labelOf(node)}, ${open.label.toLowerCase()}`}
      onClick={(event) => {
        event.stopPropagation();
        openMenu({ x: event.clientX, y: event.clientY }, { kind: "exit", source: node.id, exit: open.key });
      }}
    >
      <Plus />
    </Button>
  );
}

"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import type { KeyboardEvent } from "react";
import { isDisabled, labelOf } from "#journey";
import { cn } from "#ui/cn";
import { ProblemBadge } from "../canvas/problem-badge.tsx";
import { edgeText } from "../document/edge-text.ts";
import { moveDown, moveUp } from "../document/reorder.ts";
import { stepKinds } from "../nodes/step-kinds.ts";
import { summaryOf } from "../nodes/words.ts";
import { useStepProblems } from "../problems/use-step-problems.ts";
import { useLibrary } from "../state/catalog.tsx";
import { useActions, useEditor, useEditorStore } from "../state/context.tsx";
import { useJourneyInfo } from "../state/journey-info.tsx";
import type { Fold, OutlineRowItem } from "./fold.ts";
import { RowButtons } from "./row-buttons.tsx";

/** One step of the outline. Enter opens it, left and right fold it, Alt with up and down moves it. */
export function OutlineRow({ item, isTabStop, onFold }: { item: OutlineRowItem; isTabStop: boolean; onFold: Fold }) {
  const { node, level, again, isExpanded } = item;
  const kind = stepKinds[node.type];
  const Icon = kind.icon(node.config);
  const problems = useStepProblems(node.id);
  const isOpen = useEditor((state) => state.opened?.id === node.id);
  const { focus } = useActions();
  const { show, press } = useRowKeys(item, onFold);
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-selected={isOpen}
      {...(isExpanded === null ? {} : { "aria-expanded": isExpanded })}
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
        isDisabled(node) && "border-dashed bg-muted shadow-none",
      )}
    >
      <span className={cn("grid size-8 shrink-0 place-items-center rounded-lg", kind.accent.tile)}>
        <Icon className="size-4" aria-hidden />
      </span>
      <RowText item={item} />
      {again ? null : <ProblemBadge problems={problems} />}
      {isExpanded === null ? null : (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          className="grid size-7 shrink-0 place-items-center rounded-md hover:bg-accent"
          onClick={(event) => {
            event.stopPropagation();
            onFold(node.id, isExpanded);
          }}
        >
          {isExpanded ? <ChevronDown className="size-4" /> : <ChevronRight className="size-4" />}
        </button>
      )}
      <RowButtons item={item} isTabStop={isTabStop} />
    </div>
  );
}

function RowText({ item: { node, edge, again } }: { item: OutlineRowItem }) {
  const text = useEditor((state) => (edge ? edgeText(edge, state.canvas) : ""));
  const { contentNames } = useLibrary();
  const summary = isDisabled(node)
    ? "Disabled: people pass through"
    : summaryOf(node, node.contentId ? contentNames.get(node.contentId) : undefined);
  return (
    <span className="min-w-0 flex-1">
      {text === "" ? null : <span className="block truncate text-[11px] text-muted-foreground">{text}</span>}
      <span className="block truncate font-medium text-ui">{labelOf(node)}</span>
      <span className="block truncate text-muted-foreground text-xs">{again ? "Listed above" : summary}</span>
    </span>
  );
}

const OPENING = ["Enter", " "];

function useRowKeys({ node, isExpanded }: OutlineRowItem, onFold: Fold) {
  const store = useEditorStore();
  const { canEdit } = useJourneyInfo();
  const show = () => {
    const { select, open } = store.getState();
    select({ nodes: new Set([node.id]), edges: new Set() });
    open({ kind: "node", id: node.id });
  };
  const move = (key: string) => {
    const { canvas, edit } = store.getState();
    const moved = key === "ArrowUp" ? moveUp(canvas, node.id) : moveDown(canvas, node.id);
    if (moved) edit(() => moved);
  };
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const isVertical = event.key === "ArrowUp" || event.key === "ArrowDown";
    const act = event.altKey
      ? isVertical && canEdit && (() => move(event.key))
      : (OPENING.includes(event.key) && show) ||
        (event.key === "ArrowLeft" && isExpanded === true && (() => onFold(node.id, true))) ||
        (event.key === "ArrowRight" && isExpanded === false && (() => onFold(node.id, false)));
    if (!act) return;
    event.preventDefault();
    act();
  };
  return { show, press };
}

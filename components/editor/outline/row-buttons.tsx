"use client";

import { ArrowDown, ArrowUp, CircleSlash2, Copy, ListPlus, MoreHorizontal, Plus, Trash2 } from "lucide-react";
import type { MouseEvent } from "react";
import { isEnd, isEntry, labelOf } from "#journey";
import { Button } from "#ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "#ui/dropdown-menu";
import { openExits } from "../document/exits.ts";
import { moveDown, moveUp } from "../document/reorder.ts";
import { useStepCommands } from "../keyboard/use-step-commands.ts";
import { useStepMenu } from "../palette/step-menu-context.tsx";
import { useEditor, useEditorStore } from "../state/context.tsx";
import { useJourneyInfo } from "../state/journey-info.tsx";
import type { OutlineRowItem } from "./fold.ts";

type RowButtonsProps = { item: OutlineRowItem; isTabStop: boolean };

/** What can be done to a step of the outline; reached by Tab from the row that has the focus. */
export function RowButtons({ item, isTabStop }: RowButtonsProps) {
  const { canEdit } = useJourneyInfo();
  if (!canEdit || item.again) return null;
  return (
    // A click or a key here is not one on the row.
    <span
      className="flex shrink-0 items-center"
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
      role="none"
    >
      <OpenExitButtons item={item} isTabStop={isTabStop} />
      <RowMenu item={item} isTabStop={isTabStop} />
    </span>
  );
}

const screenOf = (event: MouseEvent) => {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.bottom };
};

/** A "+" for the first exit that leads nowhere; the others follow once that is used. */
function OpenExitButtons({ item: { node }, isTabStop }: RowButtonsProps) {
  // The selector returns the canvas, which is a stable object; exits would be a new array at each call.
  const canvas = useEditor((state) => state.canvas);
  const openMenu = useStepMenu();
  return openExits(node, canvas).map((exit) => (
    <Button
      key={exit.key}
      variant="ghost"
      size="sm"
      className="max-w-28 px-1.5"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={`Add a step after ${labelOf(node)}, ${exit.label.toLowerCase()}`}
      onClick={(event) => openMenu(screenOf(event), { kind: "exit", source: node.id, exit: exit.key })}
    >
      <Plus />
      {exit.key === "next" ? null : <span className="truncate text-xs max-sm:sr-only">{exit.label}</span>}
    </Button>
  ));
}

function RowMenu({ item: { node, edge }, isTabStop }: RowButtonsProps) {
  const store = useEditorStore();
  const openMenu = useStepMenu();
  const { duplicate, remove, disable } = useStepCommands();
  const { canvas, edit } = store.getState();
  const [up, down] = [moveUp(canvas, node.id), moveDown(canvas, node.id)];
  const insert = () => {
    const box = document.querySelector(`[data-outline="${node.id}"]`)?.getBoundingClientRect();
    if (edge) openMenu({ x: (box?.left ?? 0) + 120, y: box?.top ?? 0 }, { kind: "edge", edgeId: edge.id });
  };
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" tabIndex={isTabStop ? 0 : -1} aria-label={`More for ${labelOf(node)}`}>
          <MoreHorizontal />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {edge ? (
          <DropdownMenuItem onSelect={() => requestAnimationFrame(insert)}>
            <ListPlus /> Insert a step before
          </DropdownMenuItem>
        ) : null}
        <DropdownMenuItem disabled={up === null} onSelect={() => (up ? edit(() => up) : undefined)}>
          <ArrowUp /> Move up
        </DropdownMenuItem>
        <DropdownMenuItem disabled={down === null} onSelect={() => (down ? edit(() => down) : undefined)}>
          <ArrowDown /> Move down
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => duplicate([node.id])}>
          <Copy /> Duplicate
        </DropdownMenuItem>
        {isEntry(node) || isEnd(node) ? null : (
          <DropdownMenuItem onSelect={() => disable([node.id])}>
            <CircleSlash2 /> {node.disabled ? "Enable" : "Disable"}
          </DropdownMenuItem>
        )}
        <DropdownMenuItem variant="destructive" onSelect={() => remove([node.id])}>
          <Trash2 /> Delete
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

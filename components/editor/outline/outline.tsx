"use client";

import { Plus, Redo2, Undo2 } from "lucide-react";
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from "react";
import { Button } from "#ui/button";
import { outline } from "../document/outline.ts";
import { useStepMenu } from "../palette/step-menu-context.tsx";
import { useActions, useEditor, useHistory } from "../state/context.tsx";
import { useJourneyInfo } from "../state/journey-info.tsx";
import { type Fold, type OutlineRowItem, withoutFolded } from "./fold.ts";
import { OutlineAnnotations } from "./outline-annotations.tsx";
import { OutlineRow } from "./outline-row.tsx";

/** The journey as a list of steps with the same functions as the canvas, for phones and screen readers. */
export function Outline() {
  const canvas = useEditor((state) => state.canvas);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => withoutFolded(outline(canvas), folded), [canvas, folded]);
  const fold = useCallback(
    (key: string, isFolded: boolean) =>
      setFolded((last) => new Set(isFolded ? [...last, key] : [...last].filter((other) => other !== key))),
    [],
  );
  const { canEdit } = useJourneyInfo();
  const openMenu = useStepMenu();
  return (
    <div className="min-w-0 flex-1 overflow-y-auto bg-canvas px-3 py-4 sm:px-6">
      {canEdit ? <HistoryButtons /> : null}
      {rows.length === 0 ? (
        <p className="py-10 text-center text-muted-foreground text-ui">No steps yet.</p>
      ) : (
        <Tree rows={rows} onFold={fold} />
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
      <OutlineAnnotations />
    </div>
  );
}

function Tree({ rows, onFold }: { rows: readonly OutlineRowItem[]; onFold: Fold }) {
  const tree = useRef<HTMLDivElement>(null);
  const focusedId = useEditor((state) => state.focusedId);
  const stop = rows.find((item) => item.node.id === focusedId && !item.again) ?? rows[0];
  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const elements = [...(tree.current?.querySelectorAll<HTMLElement>("[role=treeitem]") ?? [])];
    const at = elements.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: elements.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    elements[Math.min(elements.length - 1, Math.max(0, to))]?.focus();
  };
  return (
    <div
      ref={tree}
      role="tree"
      aria-label="Steps of the journey"
      onKeyDown={walk}
      className="mx-auto grid max-w-2xl grid-cols-1 gap-1.5"
    >
      {rows.map((item) => (
        <OutlineRow key={item.again ? item.key : item.node.id} item={item} isTabStop={item === stop} onFold={onFold} />
      ))}
    </div>
  );
}

/** The buttons of the history stand on the canvas, which is not there. */
function HistoryButtons() {
  const { undo, redo } = useActions();
  const { canUndo, canRedo } = useHistory();
  return (
    <div role="toolbar" aria-label="History" className="mx-auto mb-2 flex max-w-2xl justify-end gap-1">
      <Button variant="outline" size="icon" aria-label="Undo" title="Undo (Ctrl+Z)" disabled={!canUndo} onClick={undo}>
        <Undo2 />
      </Button>
      <Button
        variant="outline"
        size="icon"
        aria-label="Redo"
        title="Redo (Ctrl+Shift+Z)"
        disabled={!canRedo}
        onClick={redo}
      >
        <Redo2 />
      </Button>
    </div>
  );
}

"use client";

import { Panel, useReactFlow } from "@xyflow/react";
import { LayoutGrid, type LucideIcon, Maximize, Redo2, Undo2, ZoomIn, ZoomOut } from "lucide-react";
import { Separator } from "#ui/separator";
import { useTidy } from "../layout/use-tidy.ts";
import { glide } from "../motion.ts";
import { useActions, useHistory } from "../state/context.tsx";

/** Zoom, and while building also history and tidying. */
export function CanvasTools({ isBuild }: { isBuild: boolean }) {
  const flow = useReactFlow();
  const { undo, redo } = useActions();
  const { canUndo, canRedo } = useHistory();
  const { tidy, isTidying, prepare } = useTidy();
  return (
    <Panel position="bottom-left" className="m-3!">
      <div
        role="toolbar"
        aria-label="Canvas"
        className="flex items-center gap-0.5 rounded-lg border bg-card p-1 shadow-raised"
      >
        {isBuild ? (
          <>
            <Tool icon={Undo2} title="Undo" keys="Ctrl+Z" onClick={undo} disabled={!canUndo} />
            <Tool icon={Redo2} title="Redo" keys="Ctrl+Shift+Z" onClick={redo} disabled={!canRedo} />
            <Separator orientation="vertical" className="mx-0.5 h-5!" />
            <Tool
              icon={LayoutGrid}
              title="Tidy up"
              keys="Shift+Alt+T"
              onClick={tidy}
              onPoint={prepare}
              disabled={isTidying}
            />
            <Separator orientation="vertical" className="mx-0.5 h-5!" />
          </>
        ) : null}
        <Tool icon={ZoomOut} title="Zoom out" keys="-" onClick={() => flow.zoomOut(glide(220))} />
        <Tool icon={ZoomIn} title="Zoom in" keys="+" onClick={() => flow.zoomIn(glide(220))} />
        <Tool
          icon={Maximize}
          title="Show all"
          keys="1"
          onClick={() => flow.fitView({ ...glide(220), padding: 0.15, maxZoom: 1, includeHiddenNodes: true })}
        />
      </div>
    </Panel>
  );
}

type ToolProps = {
  icon: LucideIcon;
  title: string;
  keys: string;
  onClick: () => void;
  onPoint?: () => void;
  disabled?: boolean;
};

function Tool({ icon: Icon, title, keys, onClick, onPoint, disabled = false }: ToolProps) {
  return (
    <button
      type="button"
      onClick={() => onClick()}
      onPointerEnter={onPoint}
      onFocus={onPoint}
      disabled={disabled}
      title={`${title} (${keys})`}
      aria-label={title}
      className="grid size-7 place-items-center rounded-md text-foreground hover:bg-accent disabled:opacity-40 disabled:hover:bg-transparent"
    >
      <Icon className="size-4" aria-hidden />
    </button>
  );
}

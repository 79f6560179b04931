"use client";

import {
  CircleAlert,
  CircleCheck,
  FlaskConical,
  Keyboard,
  ListTree,
  MessageSquare,
  Settings2,
  TriangleAlert,
  Workflow,
} from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#ui/button";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { useOpenComments } from "../comments/open-comments.tsx";
import { useEditor } from "../state/context.tsx";

export type Shape = "canvas" | "outline";

type EditorBarProps = {
  save: ReactNode;
  shape: Shape;
  onShape: (shape: Shape) => void;
  onProblems: () => void;
  onTest: () => void;
  isTesting: boolean;
  canTest: boolean;
  onSettings: () => void;
  onComments: () => void;
  onSheet: () => void;
};

/** The bar of the draft: save state, problems, settings, and canvas or outline. */
export function EditorBar({
  save,
  shape,
  onShape,
  onProblems,
  onTest,
  isTesting,
  canTest,
  onSettings,
  onComments,
  onSheet,
}: EditorBarProps) {
  return (
    <div
      role="toolbar"
      aria-label="Draft"
      className="flex h-11 shrink-0 items-center gap-1.5 border-b bg-background px-2 sm:px-3"
    >
      {save}
      <div className="ml-auto flex items-center gap-1.5">
        <ToggleGroup
          type="single"
          value={shape}
          onValueChange={(next) => (next ? onShape(next as Shape) : undefined)}
          aria-label="Show as"
        >
          <ToggleGroupItem value="canvas" aria-label="Canvas" title="Canvas">
            <Workflow />
          </ToggleGroupItem>
          <ToggleGroupItem value="outline" aria-label="Outline" title="Outline">
            <ListTree />
          </ToggleGroupItem>
        </ToggleGroup>
        <Button
          variant="ghost"
          size="icon"
          className="max-sm:hidden"
          aria-label="Keyboard"
          title="Keyboard (?)"
          onClick={onSheet}
        >
          <Keyboard />
        </Button>
        <CommentsButton onClick={onComments} />
        <Button variant="outline" title="Settings" onClick={onSettings}>
          <Settings2 aria-hidden /> <span className="max-sm:sr-only">Settings</span>
        </Button>
        <ValidateButton onClick={onProblems} />
        <TestButton onClick={onTest} isTesting={isTesting} canTest={canTest} />
      </div>
    </div>
  );
}

type TestButtonProps = { onClick: () => void; isTesting: boolean; canTest: boolean };

/** The title is on a wrapper, because a disabled button gets no pointer events. */
function TestButton({ onClick, isTesting, canTest }: TestButtonProps) {
  const title = canTest
    ? "Test the draft with one person, many people or past events (Ctrl+Enter)"
    : "Testing the draft needs the role editor";
  return (
    <span title={title}>
      <Button variant="outline" onClick={onClick} aria-pressed={isTesting} disabled={!canTest} data-test-button>
        <FlaskConical aria-hidden /> <span className="max-sm:sr-only">Test</span>
        {canTest ? null : <span className="sr-only">, needs the role editor</span>}
      </Button>
    </span>
  );
}

function CommentsButton({ onClick }: { onClick: () => void }) {
  const open = useOpenComments();
  return (
    <Button variant="outline" title="Comments (C)" onClick={onClick}>
      <MessageSquare aria-hidden /> <span className="max-lg:sr-only">Comments</span>
      {open === 0 ? null : (
        <span className="text-muted-foreground tabular-nums">
          {open}
          <span className="sr-only"> open</span>
        </span>
      )}
    </Button>
  );
}

function ValidateButton({ onClick }: { onClick: () => void }) {
  const errors = useEditor((state) => state.problems.filter((problem) => problem.severity === "error").length);
  const warnings = useEditor((state) => state.problems.length) - errors;
  const [Icon, tone, text] =
    errors > 0
      ? ([CircleAlert, "text-destructive", errors === 1 ? "1 problem" : `${errors} problems`] as const)
      : warnings > 0
        ? ([TriangleAlert, "text-warning", warnings === 1 ? "1 warning" : `${warnings} warnings`] as const)
        : ([CircleCheck, "text-success", "No problems"] as const);
  return (
    <Button variant="outline" onClick={onClick} title="Check the draft and list its problems" data-problems-button>
      <Icon className={tone} aria-hidden />
      <span className="max-sm:sr-only">Validate</span>
      <span className="text-muted-foreground max-sm:sr-only" data-problem-count={errors}>
        {text}
      </span>
    </Button>
  );
}

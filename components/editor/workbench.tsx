"use client";

import { useCallback, useEffect, useState } from "react";
import { isEditableHere } from "#dashboards";
import { type JourneyDetail, useCanEdit } from "#data";
import { keepFocus, loadedOnUse } from "#shell";
import { whenIdle } from "#ui/when-idle";
import { EditorBar, type Shape } from "./bar/editor-bar.tsx";
import { KeptAsCode } from "./bar/kept-as-code.tsx";
import { CanvasTools } from "./canvas/canvas-tools.tsx";
import { EmptyCanvas } from "./canvas/empty-canvas.tsx";
import { JourneyCanvas } from "./canvas/journey-canvas.tsx";
import { Inspector } from "./inspector/inspector.tsx";
import { CanvasMenu } from "./keyboard/canvas-menu.tsx";
import { CommandsProvider, useCommands } from "./keyboard/use-commands.tsx";
import { useKeyboard } from "./keyboard/use-keyboard.ts";
import { usePaletteEntries } from "./keyboard/use-palette-entries.ts";
import { Palette } from "./palette/palette.tsx";
import { ProblemsPanel } from "./problems/problems-panel.tsx";
import { useProblems } from "./problems/use-problems.ts";
import { ConflictBanner } from "./saving/conflict-banner.tsx";
import { SaveChip } from "./saving/save-chip.tsx";
import type { Session } from "./saving/session.ts";
import { useAutosave } from "./saving/use-autosave.ts";
import { useActions, useEditor } from "./state/context.tsx";
import { useJourneyInfo } from "./state/journey-info.tsx";
import { useIsNarrow } from "./use-is-narrow.ts";

const loadOutline = async () => (await import("./outline/outline.tsx")).Outline;
const Outline = loadedOnUse(loadOutline);
const FindStep = loadedOnUse(
  async () => (await import("./keyboard/find-step.tsx")).FindStep,
  ({ isOpen }) => isOpen,
);
const ShortcutSheet = loadedOnUse(
  async () => (await import("./keyboard/shortcut-sheet.tsx")).ShortcutSheet,
  ({ isOpen }) => isOpen,
);
const CommentsSheet = loadedOnUse(
  async () => (await import("./comments/comments-sheet.tsx")).CommentsSheet,
  ({ isOpen }) => isOpen,
);
const TrialPanel = loadedOnUse(async () => (await import("./trial/trial-panel.tsx")).TrialPanel);

/** Bar, palette, canvas or outline, and side panel. Phones show the outline by default. */
export function Workbench({ journey, session }: { journey: JourneyDetail; session: Session }) {
  const { canEdit, openSettings } = useJourneyInfo();
  const isMember = useCanEdit();
  const [chosen, setShape] = useState<Shape | null>(null);
  const isNarrow = useIsNarrow();
  const shape = chosen ?? (isNarrow ? "outline" : "canvas");
  const [isProblemsOpen, setProblemsOpen] = useState(false);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const { isTesting, test, endTest, back } = useTesting();
  const isEmpty = useEditor((state) => state.canvas.nodes.length === 0);
  const { revealAll } = useActions();
  const { state, isOwn, warnings } = useAutosave(journey, session, canEdit);
  const { draft, store } = session;
  const save = useCallback(() => void draft.flush(), [draft]);
  const showSheet = useCallback(() => setSheetOpen(true), []);
  useProblems(journey, warnings);
  // At hand before it is asked for: people go on editing when their network is gone.
  useEffect(() => whenIdle(() => void loadOutline().catch(() => undefined)), []);
  const [isFinding, setFinding] = useState(false);
  const find = useCallback(() => setFinding(true), []);
  const [commentsOn, setCommentsOn] = useState<{ stepId: string | null } | null>(null);
  const comment = useCallback((stepId: string | null) => setCommentsOn({ stepId }), []);
  const run = useCommands({
    onSave: save,
    onSheet: showSheet,
    onTest: test,
    onFind: find,
    onComment: comment,
    onBack: back,
  });
  useKeyboard(canEdit, run);
  usePaletteEntries(canEdit, run);
  const validate = () => {
    revealAll();
    setProblemsOpen(!isProblemsOpen);
  };
  return (
    <CommandsProvider value={run}>
      <div className="flex min-h-0 flex-1 flex-col" data-build-view>
        <EditorBar
          save={
            canEdit ? (
              <SaveChip journeyId={journey.id} state={state} onSave={save} />
            ) : (
              <p className="px-2 text-muted-foreground text-xs">Read only</p>
            )
          }
          shape={shape}
          onShape={setShape}
          onProblems={validate}
          onTest={isTesting ? endTest : test}
          isTesting={isTesting}
          canTest={isMember && journey.status !== "ARCHIVED"}
          onSettings={() => openSettings()}
          onComments={() => comment(store.getState().focusedId)}
          onSheet={showSheet}
        />
        {isEditableHere(journey) ? null : <KeptAsCode source={journey.source} />}
        {state.kind === "conflict" ? (
          <ConflictBanner conflict={state.conflict} isOwn={isOwn} onChoose={(choice) => void draft.resolve(choice)} />
        ) : null}
        <div className="flex min-h-0 flex-1">
          {canEdit && shape !== "outline" && !isTesting ? <Palette /> : null}
          <div className="relative flex min-w-0 flex-1">
            {shape === "outline" ? null : (
              <div className="flex min-w-0 flex-1">
                <CanvasMenu canEdit={canEdit}>
                  <div className="flex min-w-0 flex-1">
                    <JourneyCanvas mode={canEdit ? "build" : "read"}>
                      <CanvasTools isBuild={canEdit} />
                    </JourneyCanvas>
                  </div>
                </CanvasMenu>
                {isEmpty && canEdit ? <EmptyCanvas /> : null}
              </div>
            )}
            {shape === "outline" ? <Outline /> : null}
            {isProblemsOpen ? <ProblemsPanel onClose={() => closeProblems(setProblemsOpen)} /> : null}
          </div>
          <Inspector />
          {isTesting ? <TrialPanel onClose={endTest} /> : null}
        </div>
        <CommentsSheet
          isOpen={commentsOn !== null}
          stepId={commentsOn?.stepId ?? null}
          onClose={() => setCommentsOn(null)}
        />
        <FindStep isOpen={isFinding} onClose={() => setFinding(false)} />
        <ShortcutSheet isOpen={isSheetOpen} onClose={() => setSheetOpen(false)} />
      </div>
    </CommandsProvider>
  );
}

function closeProblems(setOpen: (isOpen: boolean) => void): void {
  setOpen(false);
  keepFocus("[data-problems-button]");
}

/** The test panel: opening it closes what was open, and closing it leads back to its button. */
function useTesting() {
  const [isTesting, setTesting] = useState(false);
  const { open, select } = useActions();
  const test = useCallback(() => {
    open(null);
    select({ nodes: new Set(), edges: new Set() });
    setTesting(true);
  }, [open, select]);
  const endTest = useCallback(() => {
    setTesting(false);
    requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-test-button]")?.focus());
  }, []);
  const back = useCallback(() => {
    if (isTesting) endTest();
    return isTesting;
  }, [isTesting, endTest]);
  return { isTesting, test, endTest, back };
}

"use client";

import { useEffect } from "react";
import { type JourneyDetail, useCanEdit, validateJourney } from "#data";
import type { Canvas, Catalog, JourneyDocument, Problem, ProblemCode } from "#journey";
import { nodeById } from "../document/graph.ts";
import { useLibrary } from "../state/catalog.tsx";
import { useEditorStore } from "../state/context.tsx";

const PAUSE_MS = 120;
/** Problems that only the server can find: it has the messages, keys, other journeys and time-zone data. */
const SERVER_ONLY: ReadonlySet<ProblemCode> = new Set([
  "bad_template",
  "bad_document",
  "bad_url",
  "empty_content",
  "no_sdk",
  "journey_loop",
  "beyond_retention",
  "holds_out_of_transactional",
  "unknown_identity",
  "past_date",
]);

type Check = typeof import("./check-draft.ts").checkDraft;
let check: Check | null = null;

/** The engine's check; loaded once, with the first edit. */
async function loadCheck(): Promise<Check> {
  check ??= (await import("./check-draft.ts")).checkDraft;
  return check;
}

/**
 * The problems of a draft as it was opened, from the server, which has the check at hand; in the browser if the server
 * does not answer. Null if neither can be had now.
 */
async function firstProblems(journeyId: string, document: JourneyDocument, catalog: Catalog) {
  const { nodes, edges } = document;
  try {
    return (await validateJourney(journeyId, { nodes, edges })).problems.filter(({ code }) => !SERVER_ONLY.has(code));
  } catch {
    return ownProblems(document, catalog);
  }
}

async function ownProblems(document: JourneyDocument, catalog: Catalog): Promise<readonly Problem[] | null> {
  // Without a connection the next edit tries again.
  const find = check ?? (await loadCheck().catch(() => null));
  return find?.(document, catalog) ?? null;
}

/**
 * Keeps the draft's problems up to date. While nothing is edited the server says them; from the first edit on the
 * engine's checks run in the browser, a moment after each edit.
 */
export function useProblems(journey: JourneyDetail, warnings: readonly Problem[]): void {
  const store = useEditorStore();
  const { catalog } = useLibrary();
  const mayAsk = useCanEdit();
  const { id, settings, goalConfig, audienceId, allowAnonymous } = journey;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const find = async () => {
      const { canvas, setProblems } = store.getState();
      const document = { ...canvas, settings, goalConfig, audienceId, allowAnonymous };
      const isOpened = check === null && mayAsk && canvas === store.getInitialState().canvas;
      const own = await (isOpened ? firstProblems(id, document, catalog) : ownProblems(document, catalog));
      if (own && !isGone && store.getState().canvas === canvas)
        setProblems([...own, ...warnings.filter((warning) => isOthers(warning, canvas))]);
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void find(), PAUSE_MS);
    };
    if (check) void find();
    else soon();
    const unsubscribe = store.subscribe((now, before) => (now.canvas === before.canvas ? undefined : soon()));
    return () => {
      isGone = true;
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store, catalog, mayAsk, id, settings, goalConfig, audienceId, allowAnonymous, warnings]);
}

/** Whether only the server finds it, and its step is still there. */
function isOthers({ code, nodeId }: Problem, canvas: Canvas): boolean {
  return SERVER_ONLY.has(code) && (nodeId === null || nodeById(canvas, nodeId) !== undefined);
}

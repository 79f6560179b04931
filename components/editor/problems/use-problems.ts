"use client";

import { useEffect } from "react";
import type { JourneyDetail } from "#data";
import { findProblems } from "#engine";
import type { Problem, ProblemCode } from "#journey";
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

/** Keeps the draft's problems up to date: runs the engine's checks in the browser, a moment after each edit. */
export function useProblems(journey: JourneyDetail, warnings: readonly Problem[]): void {
  const store = useEditorStore();
  const { catalog } = useLibrary();
  const { settings, goalConfig, audienceId, allowAnonymous } = journey;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = () => {
      const { canvas, setProblems } = store.getState();
      const own = findProblems({ ...canvas, settings, goalConfig, audienceId, allowAnonymous }, catalog);
      const known = new Set(canvas.nodes.map((node) => node.id));
      const others = warnings.filter(
        ({ code, nodeId }) => SERVER_ONLY.has(code) && (nodeId === null || known.has(nodeId)),
      );
      setProblems([...own, ...others]);
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(check, PAUSE_MS);
    };
    check();
    const unsubscribe = store.subscribe((now, before) => (now.canvas === before.canvas ? undefined : soon()));
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store, catalog, settings, goalConfig, audienceId, allowAnonymous, warnings]);
}

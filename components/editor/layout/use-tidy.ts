"use client";

import { getViewportForBounds, useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback, useState } from "react";
import { toast } from "#ui/toaster";
import { boundsOf } from "../document/bounds.ts";
import { moveSteps } from "../document/edits.ts";
import { useAnnounce } from "../keyboard/announcer.tsx";
import { glide } from "../motion.ts";
import { useEditorStore } from "../state/context.tsx";
import { elkGraph, placesFrom } from "./elk-graph.ts";

/** Arranges all steps; one entry in the history. */
export function useTidy(): { tidy: () => Promise<void>; isTidying: boolean; prepare: () => void } {
  const store = useEditorStore();
  const flow = useReactFlow();
  const internals = useStoreApi();
  const announce = useAnnounce();
  const [isTidying, setTidying] = useState(false);
  const tidy = useCallback(async () => {
    const { canvas, direction } = store.getState();
    if (canvas.nodes.length === 0) return;
    setTidying(true);
    try {
      const { layOut } = await import("./tidy-worker.ts");
      const places = placesFrom(await layOut(elkGraph(canvas, direction)), canvas);
      store.getState().edit((now) => moveSteps(now, places));
      announce("Steps arranged");
      const { width, height } = internals.getState();
      void flow.setViewport(
        getViewportForBounds(boundsOf([...places.values()]), width, height, 0.3, 1, 0.12),
        glide(260),
      );
    } catch {
      toast.error("The steps could not be arranged. Reload the page and try again.");
    } finally {
      setTidying(false);
    }
  }, [store, flow, internals, announce]);
  return { tidy, isTidying, prepare };
}

/** Without a connection, tidying says so itself. */
function prepare(): void {
  void import("./tidy-worker.ts").then(
    ({ warmUp }) => warmUp(),
    () => undefined,
  );
}

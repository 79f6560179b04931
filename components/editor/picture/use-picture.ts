"use client";

import { useCallback } from "react";
import { problemMessage, useJourney } from "#data";
import { toast } from "#ui/toaster";
import { useLibrary } from "../state/catalog.tsx";
import { useEditorStore } from "../state/context.tsx";
import { useJourneyInfo } from "../state/journey-info.tsx";

/** Saves the draft as a picture. The code that draws is loaded when it is asked for. */
export function usePicture(): (format: "svg" | "png") => void {
  const store = useEditorStore();
  const { journeyId } = useJourneyInfo();
  const { contentNames } = useLibrary();
  const key = useJourney(journeyId).data?.key ?? "journey";
  return useCallback(
    (format) => {
      const { canvas, direction } = store.getState();
      if (canvas.nodes.length === 0) return void toast.info("There are no steps to draw yet.");
      const save = async () => {
        const [{ drawJourney }, { savePicture }] = await Promise.all([
          import("./draw-journey.ts"),
          import("./save-picture.ts"),
        ]);
        await savePicture(drawJourney(canvas, direction, contentNames), key, format);
      };
      save().catch((error: unknown) => toast.error(problemMessage(error)));
    },
    [store, contentNames, key],
  );
}

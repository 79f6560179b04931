"use client";

import { ReactFlowProvider } from "@xyflow/react";
import { useMemo, useState } from "react";
import { type JourneyDetail, useLive, useStats, useVersionDocument } from "#data";
import type { Canvas } from "#journey";
import { CanvasTools } from "../canvas/canvas-tools.tsx";
import { JourneyCanvas } from "../canvas/journey-canvas.tsx";
import { LibraryProvider } from "../state/catalog.tsx";
import { EditorStoreProvider } from "../state/context.tsx";
import { createEditorStore } from "../state/store.ts";
import { LiveProvider, NO_NUMBERS } from "./live-context.tsx";
import { LivePanel } from "./live-panel.tsx";
import { numbersOf } from "./numbers.ts";

/** The published journey with its numbers as they change; read-only. Before the first publish it shows the draft. */
export function LiveView({ journey }: { journey: JourneyDetail }) {
  const version = journey.publishedVersion;
  const document = useVersionDocument(journey.id, version?.id ?? null).data;
  if (version && !document) return <div className="flex-1 bg-canvas" aria-busy />;
  const canvas = document
    ? { nodes: document.nodes, edges: document.edges }
    : { nodes: journey.nodes, edges: journey.edges };
  return <LiveCanvas key={version?.id ?? `draft-${journey.revision}`} journeyId={journey.id} canvas={canvas} />;
}

function LiveCanvas({ journeyId, canvas }: { journeyId: string; canvas: Canvas }) {
  const [store] = useState(() => createEditorStore(canvas));
  const { connected, hops } = useLive(journeyId);
  const stats = useStats(journeyId).data;
  const numbers = useMemo(() => (stats ? numbersOf(stats) : NO_NUMBERS), [stats]);
  return (
    <EditorStoreProvider store={store}>
      <LiveProvider value={numbers}>
        <LibraryProvider>
          <ReactFlowProvider>
            <div className="flex min-h-0 flex-1 max-md:flex-col" data-live-view>
              <JourneyCanvas mode="live">
                <CanvasTools isBuild={false} />
              </JourneyCanvas>
              <LivePanel journeyId={journeyId} isConnected={connected} hops={hops} />
            </div>
          </ReactFlowProvider>
        </LibraryProvider>
      </LiveProvider>
    </EditorStoreProvider>
  );
}

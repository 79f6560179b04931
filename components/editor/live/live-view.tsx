"use client";

import { ReactFlowProvider } from "@xyflow/react";
import { parseAsInteger, useQueryState } from "nuqs";
import { useMemo, useState } from "react";
import {
  type JourneyDetail,
  type JourneyStatus,
  type LiveHop,
  type LiveState,
  useLive,
  useStats,
  useVersionDocument,
  useVersions,
} from "#data";
import { type Canvas, canvasOf } from "#journey";
import { CanvasTools } from "../canvas/canvas-tools.tsx";
import { JourneyCanvas } from "../canvas/journey-canvas.tsx";
import { LibraryProvider } from "../state/catalog.tsx";
import { EditorStoreProvider } from "../state/context.tsx";
import { createEditorStore } from "../state/store.ts";
import { Elsewhere } from "./elsewhere.tsx";
import { LiveBar } from "./live-bar.tsx";
import { LiveProvider, NO_NUMBERS } from "./live-context.tsx";
import { LivePanel } from "./live-panel.tsx";
import { numbersOf } from "./numbers.ts";

/**
 * The read-only live view: one version with its own numbers, or the current version with the numbers of all versions.
 * Before the first publish it shows the draft.
 */
export function LiveView({ journey }: { journey: JourneyDetail }) {
  const { id, publishedVersion } = journey;
  const [asked, setAsked] = useQueryState("version", parseAsInteger.withOptions({ history: "push" }));
  const versions = useVersions(id).data;
  const chosen = versions?.find(({ number }) => number === asked);
  const version = chosen?.number ?? null;
  const isKnown = asked === null || versions !== undefined;
  const drawnId = chosen?.id ?? publishedVersion?.id ?? null;
  const document = useVersionDocument(id, isKnown ? drawnId : null).data;
  const { state, hops } = useLive(id, version, isKnown);
  const stats = useStats(id, version, isKnown).data;
  const numbers = useMemo(() => (stats ? numbersOf(stats) : NO_NUMBERS), [stats]);
  const drawn = drawnId === null ? journey : document;
  return (
    <LiveProvider value={numbers}>
      {versions && versions.length > 0 ? (
        <LiveBar versions={versions} version={version} onVersion={(next) => void setAsked(next)} />
      ) : null}
      <Elsewhere journeyId={id} />
      <div className="flex min-h-0 flex-1 max-md:flex-col" data-live-view>
        {drawn ? (
          <LiveCanvas
            key={`${version} ${drawnId ?? `draft-${journey.revision}`}`}
            journeyId={id}
            status={journey.status}
            canvas={canvasOf(drawn)}
            state={state}
            hops={hops}
          />
        ) : (
          <div className="flex-1 bg-canvas" aria-busy />
        )}
      </div>
    </LiveProvider>
  );
}

type LiveCanvasProps = {
  journeyId: string;
  status: JourneyStatus;
  canvas: Canvas;
  state: LiveState;
  hops: readonly LiveHop[];
};

function LiveCanvas({ canvas, ...live }: LiveCanvasProps) {
  const [store] = useState(() => createEditorStore(canvas));
  return (
    <EditorStoreProvider store={store}>
      <LibraryProvider>
        <ReactFlowProvider>
          <JourneyCanvas mode="live">
            <CanvasTools isBuild={false} />
          </JourneyCanvas>
          <LivePanel {...live} />
        </ReactFlowProvider>
      </LibraryProvider>
    </EditorStoreProvider>
  );
}

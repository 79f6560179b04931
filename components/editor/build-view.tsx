"use client";

import { ReactFlowProvider } from "@xyflow/react";
import { useCallback, useMemo, useState } from "react";
import { type JourneyDetail, useCanEdit } from "#data";
import { SettingsSheet } from "./bar/settings-sheet.tsx";
import { Announcer } from "./keyboard/announcer.tsx";
import { StepMenuHost } from "./palette/step-menu.tsx";
import { LibraryProvider } from "./state/catalog.tsx";
import { EditorStoreProvider } from "./state/context.tsx";
import { JourneyInfoProvider } from "./state/journey-info.tsx";
import { createEditorStore } from "./state/store.ts";
import { useDeepLink } from "./state/use-deep-link.ts";
import { Workbench } from "./workbench.tsx";

/** The draft, to be edited. Viewers, and everybody in an archived journey, only look. */
export function BuildView({ journey }: { journey: JourneyDetail }) {
  const [store] = useState(() => createEditorStore({ nodes: journey.nodes, edges: journey.edges }));
  const [isSettingsOpen, setSettingsOpen] = useState(false);
  const isMember = useCanEdit();
  const canEdit = isMember && journey.status !== "ARCHIVED";
  const openSettings = useCallback(() => setSettingsOpen(true), []);
  const info = useMemo(
    () => ({ journeyId: journey.id, goal: journey.goalConfig, canEdit, openSettings }),
    [journey.id, journey.goalConfig, canEdit, openSettings],
  );
  useDeepLink(store);
  return (
    <EditorStoreProvider store={store}>
      <JourneyInfoProvider value={info}>
        <LibraryProvider>
          <ReactFlowProvider>
            <Announcer>
              <StepMenuHost>
                <Workbench journey={journey} />
              </StepMenuHost>
            </Announcer>
          </ReactFlowProvider>
        </LibraryProvider>
      </JourneyInfoProvider>
      <SettingsSheet journey={journey} isOpen={isSettingsOpen} onClose={() => setSettingsOpen(false)} />
    </EditorStoreProvider>
  );
}

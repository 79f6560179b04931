"use client";

import { ReactFlowProvider } from "@xyflow/react";
import { useCallback, useMemo, useState } from "react";
import { isEditableHere } from "#dashboards";
import { type JourneyDetail, useCanEdit } from "#data";
import { loadedOnUse, usePagesAtHand } from "#shell";
import { OpenCommentsProvider } from "./comments/open-comments.tsx";
import { Announcer } from "./keyboard/announcer.tsx";
import { StepMenuHost } from "./palette/step-menu.tsx";
import type { Session } from "./saving/session.ts";
import { LibraryProvider } from "./state/catalog.tsx";
import { EditorStoreProvider } from "./state/context.tsx";
import { JourneyInfoProvider } from "./state/journey-info.tsx";
import { useDeepLink } from "./state/use-deep-link.ts";
import { Workbench } from "./workbench.tsx";

const SettingsSheet = loadedOnUse(
  async () => (await import("./bar/settings-sheet.tsx")).SettingsSheet,
  ({ isOpen }) => isOpen,
);

/** The draft editor; read-only for viewers, in archived journeys, and in those that are kept as code. */
export function BuildView({ journey, session }: { journey: JourneyDetail; session: Session }) {
  const { store } = session;
  const [settingsAt, setSettingsAt] = useState<{ field: string | null } | null>(null);
  const isMember = useCanEdit();
  const canEdit = isMember && journey.status !== "ARCHIVED" && isEditableHere(journey);
  const openSettings = useCallback((field: string | null = null) => setSettingsAt({ field }), []);
  const { id, goalConfig, settings, audience } = journey;
  const info = useMemo(
    () => ({ journeyId: id, goal: goalConfig, settings, audience: audience?.name ?? null, canEdit, openSettings }),
    [id, goalConfig, settings, audience?.name, canEdit, openSettings],
  );
  useDeepLink(store);
  usePagesAtHand();
  return (
    <EditorStoreProvider store={store}>
      <JourneyInfoProvider value={info}>
        <LibraryProvider>
          <ReactFlowProvider>
            <Announcer>
              <StepMenuHost>
                <OpenCommentsProvider journeyId={journey.id}>
                  <Workbench journey={journey} session={session} />
                </OpenCommentsProvider>
              </StepMenuHost>
            </Announcer>
          </ReactFlowProvider>
        </LibraryProvider>
      </JourneyInfoProvider>
      <SettingsSheet
        journey={journey}
        isOpen={settingsAt !== null}
        field={settingsAt?.field ?? null}
        onClose={() => setSettingsAt(null)}
      />
    </EditorStoreProvider>
  );
}

"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useContext, useState, useSyncExternalStore } from "react";
import { toast } from "#ui/toaster";
import { Drafts, type Unsaved } from "./drafts.ts";
import { Journal } from "./journal.ts";
import type { DraftKeeping } from "./keeping.ts";
import { PlaceContext } from "./keeping-place.tsx";
import { draftServer } from "./server.ts";
import { browserStorage } from "./storage.ts";
import { Tabs } from "./tabs.ts";

const KeepingContext = createContext<(() => DraftKeeping) | null>(null);

/** Holds unsaved changes above all pages of the studio, until the tab is closed or reloaded. */
export function DraftsProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const above = use(PlaceContext);
  const [get] = useState(() => {
    const place = above ?? { keeping: null };
    // Created on first use: during prerendering there is no storage and no other tab.
    return () => {
      place.keeping ??= startKeeping(client);
      // After signing in again the pages have a new cache.
      place.keeping.client = client;
      return place.keeping;
    };
  });
  return <KeepingContext value={get}>{children}</KeepingContext>;
}

function startKeeping(client: QueryClient): DraftKeeping {
  const tabs = new Tabs();
  const onSaved = (name: string) => void toast.success(`Your change in “${name}” is saved.`);
  const server = draftServer(
    () => keeping.client,
    (id, revision) => tabs.tellSaved(id, revision),
  );
  const drafts = new Drafts({ journal: new Journal(browserStorage()), tabs, server, onSaved });
  const keeping = { tabs, drafts, client };
  tabs.answerWhile(() => drafts.scope !== null);
  return keeping;
}

export function useDraftKeeping(): () => DraftKeeping {
  const get = useContext(KeepingContext);
  if (!get) throw new Error("Drafts are only kept inside DraftsProvider");
  return get;
}

const NOTHING: readonly Unsaved[] = [];
const none = () => NOTHING;

/** Every change of this tab that is not saved yet. */
export function useUnsaved(): readonly Unsaved[] {
  const get = useDraftKeeping();
  return useSyncExternalStore(
    (listener) => get().drafts.subscribe(listener),
    () => get().drafts.unsaved(),
    none,
  );
}

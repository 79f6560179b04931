"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from "react";
import { toast } from "#ui/toaster";
import { Drafts, type Unsaved } from "./drafts.ts";
import { Journal } from "./journal.ts";
import { draftServer } from "./server.ts";
import { browserStorage } from "./storage.ts";
import { Tabs } from "./tabs.ts";

/** The drafts of this tab, and the connection to other tabs. */
export type DraftKeeping = { drafts: Drafts; tabs: Tabs };

const KeepingContext = createContext<(() => DraftKeeping) | null>(null);

/** Holds unsaved changes above all pages, until the tab is closed or reloaded. */
export function DraftsProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [get] = useState(() => {
    // Created on first use: during prerendering there is no storage and no other tab.
    let keeping: DraftKeeping | undefined;
    return () => {
      keeping ??= startKeeping(draftServer(client));
      return keeping;
    };
  });
  return <KeepingContext value={get}>{children}</KeepingContext>;
}

function startKeeping(server: ReturnType<typeof draftServer>): DraftKeeping {
  const tabs = new Tabs();
  const onSaved = (name: string) => void toast.success(`Your change in “${name}” is saved.`);
  const drafts = new Drafts({ journal: new Journal(browserStorage()), tabs, server, onSaved });
  tabs.answerWhile(() => drafts.scope !== null);
  return { tabs, drafts };
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

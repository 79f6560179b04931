"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import {
  ApiProblem,
  api,
  type JourneyDetail,
  keys,
  type One,
  onBeforePublish,
  problemMessage,
  saveCanvas,
} from "#data";
import type { Problem } from "#journey";
import { toast } from "#ui/toaster";
import { Autosave, type SaveFailure, type SaveState } from "./autosave.ts";
import type { Session } from "./session.ts";

/** Keeps the draft saved while the editor is open; answers its state, and what the server found wrong with it. */
export function useAutosave(journey: JourneyDetail, session: Session, isEnabled: boolean) {
  const { store } = session;
  const client = useQueryClient();
  const [state, setState] = useState<SaveState>({ kind: "saved", at: null });
  const [warnings, setWarnings] = useState<readonly Problem[]>([]);
  const autosave = useRef<Autosave | null>(null);
  const { id } = journey;

  useEffect(() => {
    if (!isEnabled) return;
    const saver = new Autosave({
      start: session.base,
      read: () => store.getState().canvas,
      replace: (canvas) => store.getState().load(canvas),
      onState: setState,
      put: async (canvas, revision) => {
        try {
          const saved = await saveCanvas(id, canvas, revision);
          client.setQueryData<JourneyDetail>(keys.journey(id), (old) => ({ ...old, ...saved.data }));
          setWarnings(saved.warnings ?? []);
          return { revision: saved.data.revision, problems: saved.warnings ?? [] };
        } catch (error) {
          return failureOf(error);
        }
      },
      fetch: async () => {
        try {
          const { data } = await api.get<One<JourneyDetail>>(`/api/journeys/${id}`);
          return { canvas: { nodes: data.nodes, edges: data.edges }, revision: data.revision };
        } catch (error) {
          return failureOf(error);
        }
      },
    });
    autosave.current = saver;
    // Something may have been left unsaved when the editor was last closed.
    if (store.getState().canvas !== session.base.canvas) saver.changed();
    const unsubscribe = store.subscribe((now, before) => (now.canvas === before.canvas ? undefined : saver.changed()));
    const unregister = onBeforePublish(() => saver.flush());
    const online = () => void saver.flush();
    const guard = (event: BeforeUnloadEvent) => (saver.state.kind === "saved" ? undefined : event.preventDefault());
    window.addEventListener("online", online);
    window.addEventListener("beforeunload", guard);
    return () => {
      unsubscribe();
      unregister();
      window.removeEventListener("online", online);
      window.removeEventListener("beforeunload", guard);
      session.base = saver.base;
      void saver.flush().finally(() => {
        session.base = saver.base;
        saver.stop();
      });
      autosave.current = null;
    };
  }, [session, store, client, id, isEnabled]);

  useEffect(() => {
    const taken = autosave.current?.offer({
      canvas: { nodes: journey.nodes, edges: journey.edges },
      revision: journey.revision,
    });
    if (taken) toast.info("Somebody else saved this journey; you see their version.");
  }, [journey]);

  return { state, warnings, autosave };
}

function failureOf(error: unknown): SaveFailure {
  if (!(error instanceof ApiProblem)) return { reason: "refused", message: problemMessage(error) };
  if (error.status === 412) return { reason: "conflict" };
  if (error.status === 0 || error.status >= 500) return { reason: "unreachable" };
  return { reason: "refused", message: problemMessage(error) };
}

"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { keys, onBeforePublish, useMe } from "#data";
import { useDraftKeeping } from "./drafts-provider.tsx";

/** Saves what is unsaved on every page of the studio, for the member who is signed in. */
export function DraftKeeper() {
  const get = useDraftKeeping();
  const client = useQueryClient();
  const { data: me } = useMe();
  const userId = me?.user.id;
  const workspaceId = me?.workspace.id;

  useEffect(() => {
    if (!userId || !workspaceId) return;
    const { drafts, tabs } = get();
    void drafts.enter({ userId, workspaceId });
    tabs.tellEntered(`${userId}/${workspaceId}`);
    // All tabs share one session, so a sign-in in another tab applies here.
    tabs.onEntered((scope) => {
      if (scope !== `${userId}/${workspaceId}`) void client.invalidateQueries({ queryKey: keys.me });
    });
    return () => tabs.onEntered(() => undefined);
  }, [get, client, userId, workspaceId]);

  useEffect(() => {
    const { drafts } = get();
    const flush = () => void drafts.flush();
    const guard = (event: BeforeUnloadEvent) => (drafts.unsaved().length > 0 ? event.preventDefault() : undefined);
    const unregister = onBeforePublish(() => drafts.flush());
    window.addEventListener("online", flush);
    document.addEventListener("visibilitychange", flush);
    window.addEventListener("beforeunload", guard);
    return () => {
      unregister();
      window.removeEventListener("online", flush);
      document.removeEventListener("visibilitychange", flush);
      window.removeEventListener("beforeunload", guard);
    };
  }, [get]);
  return null;
}

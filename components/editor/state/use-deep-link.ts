"use client";

import { useEffect } from "react";
import type { EditorStore } from "./store.ts";

/** Syncs `?node=` in the address with the open panel. */
export function useDeepLink(store: EditorStore): void {
  useEffect(() => {
    const read = () => {
      const id = new URL(location.href).searchParams.get("node");
      const { canvas, opened, open, select } = store.getState();
      if (id === (opened?.id ?? null)) return;
      const isNode = canvas.nodes.some((node) => node.id === id);
      if (id && isNode) select({ nodes: new Set([id]), edges: new Set() });
      open(id && isNode ? { kind: "node", id } : null);
    };
    read();
    const unsubscribe = store.subscribe(({ opened }, before) => {
      if (opened === before.opened) return;
      const url = new URL(location.href);
      if (opened?.kind === "node") url.searchParams.set("node", opened.id);
      else url.searchParams.delete("node");
      if (url.href !== location.href) history.replaceState(history.state, "", url);
    });
    window.addEventListener("popstate", read);
    return () => {
      unsubscribe();
      window.removeEventListener("popstate", read);
    };
  }, [store]);
}

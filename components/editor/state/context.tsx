"use client";

import { createContext, type ReactNode, useContext } from "react";
import { useStore } from "zustand";
import type { EditorActions, EditorState, EditorStore } from "./store.ts";

const StoreContext = createContext<EditorStore | null>(null);

export function EditorStoreProvider({ store, children }: { store: EditorStore; children: ReactNode }) {
  return <StoreContext value={store}>{children}</StoreContext>;
}

export function useEditorStore(): EditorStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error("The editor's state is only there inside the editor");
  return store;
}

/** A part of the editor's state; re-renders when that part changes. */
export function useEditor<Part>(part: (state: EditorState & EditorActions) => Part): Part {
  return useStore(useEditorStore(), part);
}

/** The actions; they never change, so this never re-renders. */
export function useActions(): EditorState & EditorActions {
  return useEditorStore().getInitialState();
}

export function useHistory(): { canUndo: boolean; canRedo: boolean } {
  const { temporal } = useEditorStore();
  const canUndo = useStore(temporal, (history) => history.pastStates.length > 0);
  const canRedo = useStore(temporal, (history) => history.futureStates.length > 0);
  return { canUndo, canRedo };
}

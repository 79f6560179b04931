import type { Canvas } from "#journey";
import type { Draft, DraftServer, OpenedJourney } from "../draft.ts";
import { Drafts } from "../drafts.ts";
import { Journal, type KeptStorage, type Scope } from "../journal.ts";
import type { SaveFailure } from "../save-state.ts";
import { node } from "./parts.ts";

export const ADA: Scope = { userId: "ada", workspaceId: "shop" };
export const BOB: Scope = { userId: "bob", workspaceId: "shop" };
export const drawn = (...names: string[]): Canvas => ({
  nodes: names.map((name) => node(name, "WAIT")),
  edges: [],
});

/** A browser's storage, which outlives the pages opened over it. */
function memory(): KeptStorage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

/** One server and one browser; every `page` is a page loaded in it. */
export function draftFixture() {
  const saved: OpenedJourney = { id: "j1", name: "Welcome", canvas: drawn("a", "b"), revision: 1 };
  const server = { saved, failure: null as SaveFailure | null, signedIn: ADA as Scope | null };
  const storage = memory();
  const openTabs = new Set<string>();
  const told: string[] = [];
  const door: DraftServer = {
    put: async (_, canvas, revision) => {
      if (server.failure) return server.failure;
      if (revision !== server.saved.revision) return { reason: "conflict" };
      server.saved = { ...server.saved, canvas, revision: revision + 1 };
      return { revision: revision + 1, problems: [] };
    },
    fetch: async () => server.failure ?? server.saved,
    whoIsIn: async () => (server.failure?.reason === "unreachable" ? server.failure : server.signedIn),
  };
  let count = 0;
  const page = (tabId = `tab-${++count}`) => {
    openTabs.add(tabId);
    const tabs = { id: tabId, isOpen: async (id: string) => openTabs.has(id) };
    const onSaved = (name: string) => void told.push(name);
    const drafts = new Drafts({ journal: new Journal(storage), tabs, server: door, onSaved });
    return { drafts, close: () => openTabs.delete(tabId) };
  };
  return { server, storage, page, told };
}

/** An editor over a draft. */
export function edit(drafts: Drafts, draft: Draft) {
  let canvas = draft.canvas;
  draft.attach({
    read: () => canvas,
    merge: (next) => {
      canvas = next;
    },
    replace: (next) => {
      canvas = next;
    },
  });
  drafts.shown(draft);
  return {
    canvas: () => canvas,
    change: (next: Canvas) => {
      canvas = next;
      draft.changed();
    },
    close: () => {
      draft.detach();
      drafts.closed(draft);
    },
  };
}

import * as z from "zod";
import { JourneyEdge, JourneyNode } from "#journey";
import type { DraftChange } from "./change.ts";

/** The owner of unsaved changes: other users of the same browser cannot see or save them. */
export type Scope = { readonly userId: string; readonly workspaceId: string };

/** One tab's unsaved change of one journey. */
export type JournalEntry = {
  readonly tabId: string;
  readonly journeyId: string;
  readonly journeyName: string;
  /** The revision of the draft that the change was made on. */
  readonly revision: number;
  readonly change: DraftChange;
};

/** The part of the browser's storage that the journal uses. */
export type KeptStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const PREFIX = "sojourn.unsaved";

const changed = <Part extends z.ZodType>(part: Part) =>
  z.record(z.string(), z.object({ before: part.nullable(), after: part.nullable() }));
const Entry = z.object({
  format: z.literal(1),
  tabId: z.string(),
  journeyId: z.string(),
  journeyName: z.string(),
  revision: z.int(),
  change: z.object({ nodes: changed(JourneyNode), edges: changed(JourneyEdge) }),
});

/**
 * Unsaved changes in localStorage. A write is complete when it returns, so neither a crash nor a closed tab loses what
 * was typed before; IndexedDB would write later.
 */
export class Journal {
  readonly #storage: KeptStorage;

  constructor(storage: KeptStorage) {
    this.#storage = storage;
  }

  /** Answers false when the browser keeps nothing (its storage is full or switched off). */
  write(scope: Scope, entry: JournalEntry): boolean {
    try {
      this.#storage.setItem(keyOf(scope, entry), JSON.stringify({ format: 1, ...entry }));
      return true;
    } catch {
      return false;
    }
  }

  remove(scope: Scope, entry: Pick<JournalEntry, "journeyId" | "tabId">): void {
    try {
      this.#storage.removeItem(keyOf(scope, entry));
    } catch {
      // Storage that is switched off holds nothing to remove.
    }
  }

  /** What is kept for one person in one workspace. Entries that this version cannot read stay where they are. */
  list(scope: Scope): JournalEntry[] {
    const start = `${PREFIX}/${scope.userId}/${scope.workspaceId}/`;
    return this.#keys().flatMap((key) => {
      const entry = key.startsWith(start) ? this.#read(key) : null;
      return entry ? [entry] : [];
    });
  }

  #keys(): string[] {
    try {
      return Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index) ?? "");
    } catch {
      return [];
    }
  }

  #read(key: string): JournalEntry | null {
    try {
      const { data } = Entry.safeParse(JSON.parse(this.#storage.getItem(key) ?? "null"));
      return data ?? null;
    } catch {
      return null;
    }
  }
}

function keyOf(
  { userId, workspaceId }: Scope,
  { journeyId, tabId }: Pick<JournalEntry, "journeyId" | "tabId">,
): string {
  return [PREFIX, userId, workspaceId, journeyId, tabId].join("/");
}

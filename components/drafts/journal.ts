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
    this.#remove(keyOf(scope, entry));
  }

  /**
   * What is kept for one person in one workspace. Entries that this version cannot read stay where they are. What reads
   * them is loaded only when there are some, as most visits find none.
   */
  async list(scope: Scope): Promise<JournalEntry[]> {
    const keys = this.#keys(scope);
    if (keys.length === 0) return [];
    const reader = await import("./journal-entry.ts").catch(() => null);
    // Without a connection they stay where they are, until the next page finds them.
    return reader ? keys.flatMap((key) => reader.readEntry(this.#text(key)) ?? []) : [];
  }

  /** Removes what every tab of this person has kept of a journey. */
  removeJourney(scope: Scope, journeyId: string): void {
    for (const key of this.#keys(scope, journeyId)) this.#remove(key);
  }

  #keys({ userId, workspaceId }: Scope, ...parts: string[]): string[] {
    const start = `${[PREFIX, userId, workspaceId, ...parts].join("/")}/`;
    try {
      const keys = Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index) ?? "");
      return keys.filter((key) => key.startsWith(start));
    } catch {
      return [];
    }
  }

  #text(key: string): string {
    try {
      return this.#storage.getItem(key) ?? "null";
    } catch {
      return "null";
    }
  }

  #remove(key: string): void {
    try {
      this.#storage.removeItem(key);
    } catch {
      // Storage that is switched off holds nothing to remove.
    }
  }
}

function keyOf(
  { userId, workspaceId }: Scope,
  { journeyId, tabId }: Pick<JournalEntry, "journeyId" | "tabId">,
): string {
  return [PREFIX, userId, workspaceId, journeyId, tabId].join("/");
}

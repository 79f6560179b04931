import { countChanges, type DraftChange } from "./change.ts";
import { Draft, type DraftServer, type OpenedJourney } from "./draft.ts";
import type { Journal, JournalEntry, Scope } from "./journal.ts";
import { isStuck, type SaveState, stateAfter } from "./save-state.ts";

/** An unsaved change as the rest of the studio shows it. */
export type Unsaved = {
  readonly journeyId: string;
  readonly name: string;
  readonly state: SaveState;
  readonly changes: number;
  /** An editor shows the draft and reports the state itself. */
  readonly isOpen: boolean;
  /** Whether it is stored in this browser; false if storage is off or full. */
  readonly isKept: boolean;
};

export type OtherTabs = { readonly id: string; isOpen: (tabId: string) => Promise<boolean> };

export type DraftsOptions = {
  journal: Journal;
  tabs: OtherTabs;
  server: DraftServer;
  /** A change that could not be saved for a while has been saved now. */
  onSaved?: (name: string) => void;
  retryMs?: number;
};

/** An edit that was found in the journal, whose draft has yet to be fetched. */
type Found = { entry: JournalEntry; state: SaveState; timer?: ReturnType<typeof setTimeout> };

/**
 * Every draft of this tab with unsaved changes, with or without an editor. Unsaved changes are written to the journal
 * immediately and saved as soon as possible, by this tab or by another one that is left.
 */
export class Drafts {
  readonly #options: DraftsOptions;
  readonly #drafts = new Map<string, Draft>();
  readonly #found = new Map<string, Found>();
  readonly #notKept = new Set<string>();
  /** Changes that were reported as unsaved outside an editor, so that saving them is reported too. */
  readonly #told = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #scope: Scope | null = null;
  #unsaved: readonly Unsaved[] = [];
  #adopting: Promise<void> | null = null;

  constructor(options: DraftsOptions) {
    this.#options = options;
  }

  get scope(): Scope | null {
    return this.#scope;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The unsaved changes; the same array until one of them changes. */
  unsaved = (): readonly Unsaved[] => this.#unsaved;

  /** A user has signed in to a workspace: their changes are saved, those of other users stay in the journal. */
  async enter(scope: Scope): Promise<void> {
    for (const draft of this.#drafts.values()) draft.scope ??= scope;
    if (this.#scope && !isSameScope(this.#scope, scope)) this.leave();
    this.#scope = scope;
    await this.#adopt();
    await this.flush();
  }

  /** Nobody is signed in any more. */
  leave(): void {
    for (const draft of this.#drafts.values()) draft.stop();
    for (const { timer } of this.#found.values()) clearTimeout(timer);
    this.#drafts.clear();
    this.#found.clear();
    this.#told.clear();
    this.#scope = null;
    this.#tell();
  }

  /** The draft of a journey for an editor, including its unsaved changes. */
  open(journey: OpenedJourney): Draft {
    const known = this.#drafts.get(journey.id);
    if (known) {
      known.name = journey.name;
      known.offer(journey);
      return known;
    }
    const draft = new Draft(journey, this.#scope, this.#options.server, {
      onState: (changed, last) => this.#follow(changed, last),
      onUnsaved: (changed, change) => this.#keep(changed, change),
    });
    this.#drafts.set(journey.id, draft);
    const found = this.#found.get(journey.id);
    if (found) this.#take(draft, found.entry);
    return draft;
  }

  /** Tracks whether an editor shows the draft; a draft without an editor is released once it is saved. */
  shown(draft: Draft): void {
    if (!this.#drafts.has(draft.journeyId)) this.#drafts.set(draft.journeyId, draft);
    this.#told.delete(draft.journeyId);
    this.#tell();
  }

  closed(draft: Draft): void {
    void draft.flush();
    this.#letGo(draft);
    this.#tell();
  }

  /** Tries to save everything now. */
  async flush(): Promise<void> {
    const loads = [...this.#found.values()].map(({ entry }) => this.#load(entry));
    await Promise.all([...[...this.#drafts.values()].map((draft) => draft.flush()), ...loads]);
  }

  /** The same with a time limit; returns the remaining unsaved changes. */
  async settle(atMostMs: number): Promise<readonly Unsaved[]> {
    const limit = new Promise<void>((resolve) => setTimeout(resolve, atMostMs));
    await Promise.race([this.flush(), limit]);
    return this.#unsaved;
  }

  /** Discards an unsaved change permanently. */
  discard(journeyId: string): void {
    const scope = this.#scope;
    const draft = this.#drafts.get(journeyId);
    draft?.stop();
    this.#drafts.delete(journeyId);
    clearTimeout(this.#found.get(journeyId)?.timer);
    this.#found.delete(journeyId);
    this.#told.delete(journeyId);
    if (scope) this.#options.journal.removeJourney(scope, journeyId);
    this.#tell();
  }

  /** Takes over unsaved changes of closed tabs. */
  #adopt(): Promise<void> {
    this.#adopting ??= this.#adoptLeft().finally(() => {
      this.#adopting = null;
    });
    return this.#adopting;
  }

  async #adoptLeft(): Promise<void> {
    const scope = this.#scope;
    if (!scope) return;
    for (const entry of await this.#options.journal.list(scope)) {
      const isOwn = entry.tabId === this.#options.tabs.id;
      if (isOwn ? this.#drafts.has(entry.journeyId) : await this.#options.tabs.isOpen(entry.tabId)) continue;
      if (this.#scope !== scope) return;
      const draft = this.#drafts.get(entry.journeyId);
      if (draft) this.#take(draft, entry);
      else if (!this.#found.has(entry.journeyId)) {
        this.#found.set(entry.journeyId, { entry, state: { kind: "waiting" } });
        await this.#load(entry);
      }
    }
  }

  /** Fetches the draft of a recovered edit; retries while the server does not answer. */
  async #load(entry: JournalEntry): Promise<void> {
    const journey = await this.#options.server.fetch(entry.journeyId);
    const found = this.#found.get(entry.journeyId);
    if (found?.entry !== entry) return;
    if ("reason" in journey) {
      found.state = stateAfter(journey);
      clearTimeout(found.timer);
      if (found.state.kind === "offline" || found.state.kind === "signed_out")
        found.timer = setTimeout(() => void this.#load(entry), this.#options.retryMs ?? 3_000);
      this.#tell();
      return;
    }
    await this.open(journey).flush();
  }

  /** Moves the journal entry to this tab's id; until then it stays under the id of the tab that wrote it. */
  #take(draft: Draft, entry: JournalEntry): void {
    const { journal, tabs } = this.#options;
    if (!draft.adopt(entry)) return;
    this.#found.delete(entry.journeyId);
    if (draft.scope && entry.tabId !== tabs.id) journal.remove(draft.scope, entry);
    this.#tell();
  }

  #keep(draft: Draft, change: DraftChange | null): void {
    const { journal, tabs } = this.#options;
    const { journeyId, name, revision, scope } = draft;
    if (this.#drafts.get(journeyId) !== draft || !scope) return;
    const entry = { tabId: tabs.id, journeyId, journeyName: name, revision };
    if (change === null) {
      journal.remove(scope, entry);
      this.#notKept.delete(journeyId);
    } else if (journal.write(scope, { ...entry, change })) this.#notKept.delete(journeyId);
    else this.#notKept.add(journeyId);
    this.#tell();
  }

  #follow(draft: Draft, last: SaveState): void {
    if (this.#drafts.get(draft.journeyId) !== draft) return;
    if (draft.state.kind === "saved") {
      if (this.#told.delete(draft.journeyId)) this.#options.onSaved?.(draft.name);
      this.#letGo(draft);
      if (last.kind !== "saved") void this.#adopt();
    }
    this.#tell();
  }

  #letGo(draft: Draft): void {
    if (!draft.isOpen && draft.state.kind === "saved") this.#drafts.delete(draft.journeyId);
  }

  #tell(): void {
    const drafts = [...this.#drafts.values()].filter(({ state }) => state.kind !== "saved");
    this.#unsaved = [
      ...drafts.map((draft) => ({
        journeyId: draft.journeyId,
        name: draft.name,
        state: draft.state,
        changes: draft.changes,
        isOpen: draft.isOpen,
        isKept: !this.#notKept.has(draft.journeyId),
      })),
      ...[...this.#found.values()].map(({ entry, state }) => ({
        journeyId: entry.journeyId,
        name: entry.journeyName,
        state,
        changes: countChanges(entry.change),
        isOpen: false,
        isKept: true,
      })),
    ];
    for (const { journeyId, isOpen, state } of this.#unsaved) {
      if (!isOpen && (isStuck(state) || this.#found.has(journeyId))) this.#told.add(journeyId);
    }
    for (const listener of this.#listeners) listener();
  }
}

function isSameScope(left: Scope, right: Scope): boolean {
  return left.userId === right.userId && left.workspaceId === right.workspaceId;
}

import type { Canvas, Problem } from "#journey";
import { Autosave, type DraftView } from "./autosave.ts";
import { changeBetween, countChanges, type DraftChange } from "./change.ts";
import type { JournalEntry, Scope } from "./journal.ts";
import type { Choice, SaveAnswer, Saved, SaveFailure, SaveState } from "./save-state.ts";

/** A journey's draft as it is opened. */
export type OpenedJourney = { id: string; name: string; canvas: Canvas; revision: number };

/** The server functions that a draft uses. */
export type DraftServer = {
  put: (journeyId: string, canvas: Canvas, revision: number) => Promise<SaveAnswer | SaveFailure>;
  fetch: (journeyId: string) => Promise<OpenedJourney | SaveFailure>;
  /** Who is signed in; null when nobody is. */
  whoIsIn: () => Promise<Scope | SaveFailure | null>;
};

/** The events of a draft. */
export type DraftEvents = {
  onState: (draft: Draft, last: SaveState) => void;
  /** The unsaved change, to be written to the journal. */
  onUnsaved: (draft: Draft, change: DraftChange | null) => void;
};

/** One journey's draft in this tab, with its unsaved changes and saving. It outlives the editor. */
export class Draft {
  readonly journeyId: string;
  name: string;
  /** Whose edits these are; null until it is known who is signed in. */
  scope: Scope | null;
  /** What the server found wrong with the draft when it was last saved. */
  problems: readonly Problem[] = [];
  readonly #saver: Autosave;
  readonly #server: DraftServer;
  readonly #events: DraftEvents;
  readonly #listeners = new Set<() => void>();
  #change: DraftChange | null = null;
  #lastState: SaveState = { kind: "saved", at: null };

  constructor(journey: OpenedJourney, scope: Scope | null, server: DraftServer, events: DraftEvents) {
    this.journeyId = journey.id;
    this.name = journey.name;
    this.scope = scope;
    this.#server = server;
    this.#events = events;
    this.#saver = new Autosave({
      start: { canvas: journey.canvas, revision: journey.revision },
      put: (canvas, revision) => this.#put(canvas, revision),
      fetch: () => server.fetch(journey.id),
      confirm: () => this.#confirm(),
      onState: (state) => this.#tell(state),
      onUnsaved: () => this.#keep(),
    });
  }

  get canvas(): Canvas {
    return this.#saver.canvas;
  }

  get state(): SaveState {
    return this.#saver.state;
  }

  get revision(): number {
    return this.#saver.base.revision;
  }

  /** Whether an editor shows it. */
  get isOpen(): boolean {
    return this.#saver.isOpen;
  }

  get changes(): number {
    return this.#change ? countChanges(this.#change) : 0;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  attach(view: DraftView): void {
    this.#saver.attach(view);
  }

  detach(): void {
    this.#saver.detach();
  }

  changed = (): void => this.#saver.changed();
  flush = (): Promise<void> => this.#saver.flush();
  resolve = (choice: Choice): Promise<void> => this.#saver.resolve(choice);
  offer = (latest: Saved): boolean => this.#saver.offer(latest);
  stop = (): void => this.#saver.stop();

  /** Takes over an edit that a closed tab left; false when that has to wait for what is unsaved here. */
  adopt({ change, revision }: JournalEntry): boolean {
    return this.#saver.adopt(change, revision);
  }

  async #put(canvas: Canvas, revision: number): Promise<SaveAnswer | SaveFailure> {
    const answer = await this.#server.put(this.journeyId, canvas, revision);
    if (!("reason" in answer)) this.problems = answer.problems;
    return answer;
  }

  /** After an outage another user may be signed in; changes are not saved in another user's name. */
  async #confirm(): Promise<SaveFailure | null> {
    const who = await this.#server.whoIsIn();
    if (who && "reason" in who) return who;
    const isSame = who?.userId === this.scope?.userId && who?.workspaceId === this.scope?.workspaceId;
    return who && isSame ? null : { reason: "signed_out" };
  }

  #keep(): void {
    this.#change = changeBetween(this.#saver.base.canvas, this.#saver.canvas);
    this.#events.onUnsaved(this, this.#change);
  }

  #tell(state: SaveState): void {
    const last = this.#lastState;
    this.#lastState = state;
    this.#events.onState(this, last);
    for (const listener of this.#listeners) listener();
  }
}

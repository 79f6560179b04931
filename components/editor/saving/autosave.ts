import type { Canvas, Problem } from "#journey";
import { type Merge, mergeCanvas, sameCanvas } from "../document/merge.ts";

/** The draft as the server has it. */
export type Saved = { canvas: Canvas; revision: number };
export type Conflict = { theirs: Saved; merge: Merge };
export type SaveState =
  | { kind: "saved"; at: number | null }
  | { kind: "waiting" }
  | { kind: "saving" }
  | { kind: "offline" }
  | { kind: "failed"; message: string }
  | { kind: "conflict"; conflict: Conflict };

/** Why a save did not happen: someone else saved first, nobody answered, or the server refused. */
export type SaveFailure = { reason: "conflict" | "unreachable" } | { reason: "refused"; message: string };

export type AutosaveOptions = {
  start: Saved;
  read: () => Canvas;
  /** Puts another canvas into the editor. */
  replace: (canvas: Canvas) => void;
  put: (canvas: Canvas, revision: number) => Promise<{ revision: number; problems: readonly Problem[] } | SaveFailure>;
  fetch: () => Promise<Saved | SaveFailure>;
  onState: (state: SaveState) => void;
  now?: () => number;
  delayMs?: number;
  retryMs?: number;
};

export type Choice = "theirs" | "mine" | "both";

/** Saves the draft a moment after the last edit, one save at a time, and never over somebody else's. */
export class Autosave {
  readonly #options: AutosaveOptions;
  #base: Saved;
  #state: SaveState = { kind: "saved", at: null };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;

  constructor(options: AutosaveOptions) {
    this.#options = options;
    this.#base = options.start;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** The draft as the server was last seen to have it. */
  get base(): Saved {
    return this.#base;
  }

  /** To be called after every change of the canvas. */
  changed(): void {
    if (this.#state.kind === "conflict") return;
    const isSaving = this.#state.kind === "saving";
    if (this.#isClean()) {
      clearTimeout(this.#timer);
      if (!isSaving) this.#settle();
      return;
    }
    if (!isSaving) this.#become({ kind: "waiting" });
    this.#later(this.#options.delayMs ?? 800);
  }

  /** Saves what is unsaved; resolves when nothing is on its way any more. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running) await this.#running;
    for (let round = 0; round < 5 && !this.#isClean() && this.#state.kind !== "conflict"; round++) {
      this.#running ??= this.#save().finally(() => {
        this.#running = null;
      });
      await this.#running;
      if (this.#state.kind === "offline" || this.#state.kind === "failed") return;
    }
  }

  /** What the server has now, seen by the way; taken over when nothing here is unsaved. True when the canvas changed. */
  offer(latest: Saved): boolean {
    if (latest.revision <= this.#base.revision || !this.#isClean() || this.#running) return false;
    const differs = !sameCanvas(latest.canvas, this.#base.canvas);
    this.#base = differs ? latest : { canvas: this.#base.canvas, revision: latest.revision };
    if (differs) this.#options.replace(latest.canvas);
    return differs;
  }

  async resolve(choice: Choice): Promise<void> {
    if (this.#state.kind !== "conflict") return;
    const { theirs } = this.#state.conflict;
    const merged = mergeCanvas(this.#base.canvas, this.#options.read(), theirs.canvas).canvas;
    this.#base = theirs;
    this.#become({ kind: "waiting" });
    if (choice === "theirs") this.#options.replace(theirs.canvas);
    if (choice === "both") this.#options.replace(merged);
    this.#settle();
    await this.flush();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #save(): Promise<void> {
    const sent = this.#options.read();
    this.#become({ kind: "saving" });
    const answer = await this.#options.put(sent, this.#base.revision);
    if (!("reason" in answer)) {
      this.#base = { canvas: sent, revision: answer.revision };
      return this.#settle();
    }
    return answer.reason === "conflict" ? this.#meet(sent) : this.#fail(answer);
  }

  /** Somebody saved in between. When they left the canvas alone (settings, a name) their revision is all we need. */
  async #meet(sent: Canvas): Promise<void> {
    const theirs = await this.#options.fetch();
    if ("reason" in theirs) return this.#fail(theirs);
    const isOurs = sameCanvas(theirs.canvas, sent);
    if (isOurs || sameCanvas(theirs.canvas, this.#base.canvas)) {
      this.#base = { canvas: isOurs ? sent : this.#base.canvas, revision: theirs.revision };
      return this.#settle();
    }
    const merge = mergeCanvas(this.#base.canvas, this.#options.read(), theirs.canvas);
    this.#become({ kind: "conflict", conflict: { theirs, merge } });
  }

  #fail(failure: SaveFailure): void {
    if (failure.reason === "refused") {
      this.#become({ kind: "failed", message: failure.message });
      return;
    }
    this.#become({ kind: "offline" });
    this.#later(this.#options.retryMs ?? 3_000);
  }

  #isClean(): boolean {
    return this.#options.read() === this.#base.canvas;
  }

  #settle(): void {
    const now = this.#options.now ?? Date.now;
    this.#become(this.#isClean() ? { kind: "saved", at: now() } : { kind: "waiting" });
  }

  #become(state: SaveState): void {
    this.#state = state;
    this.#options.onState(state);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }
}

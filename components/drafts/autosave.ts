import type { Canvas } from "#journey";
import { type DraftChange, redoChange, undoChange } from "./change.ts";
import { mergeCanvas, sameCanvas } from "./merge.ts";
import {
  type Choice,
  isCutOff,
  isStuck,
  type SaveAnswer,
  type Saved,
  type SaveFailure,
  type SaveState,
  stateAfter,
} from "./save-state.ts";

/** An editor that shows the draft. */
export type DraftView = {
  read: () => Canvas;
  /** Puts another canvas into the editor. */
  replace: (canvas: Canvas) => void;
  /** Puts in what others saved meanwhile, beside the edits that are unsaved here and can still be undone. */
  merge: (canvas: Canvas, others: Others) => void;
};

/** What another tab or user made of the draft `base`. */
export type Others = { base: Canvas; theirs: Saved };

export type AutosaveOptions = {
  start: Saved;
  put: (canvas: Canvas, revision: number) => Promise<SaveAnswer | SaveFailure>;
  fetch: () => Promise<Saved | SaveFailure>;
  /** Called before a save that follows a failed one: whether the same person is still signed in. */
  confirm?: () => Promise<SaveFailure | null>;
  onState: (state: SaveState) => void;
  /** Called when the unsaved change has changed. */
  onUnsaved?: () => void;
  now?: () => number;
  delayMs?: number;
  retryMs?: number;
};

/**
 * Saves the draft a moment after the last edit, one save at a time, and never overwrites another user's save. It needs
 * no editor: edits that are unsaved when the editor closes are kept here until they are saved.
 */
export class Autosave {
  readonly #options: AutosaveOptions;
  #base: Saved;
  #state: SaveState = { kind: "saved", at: null };
  #held: Canvas;
  #view: DraftView | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #isStopped = false;

  constructor(options: AutosaveOptions) {
    this.#options = options;
    this.#base = options.start;
    this.#held = options.start.canvas;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** The last known draft of the server. */
  get base(): Saved {
    return this.#base;
  }

  /** The draft with what is unsaved. */
  get canvas(): Canvas {
    return this.#view ? this.#view.read() : this.#held;
  }

  get isOpen(): boolean {
    return this.#view !== null;
  }

  attach(view: DraftView): void {
    this.#view = view;
    // The draft may have been merged with another user's save while no editor showed it.
    if (view.read() !== this.#held) view.replace(this.#held);
  }

  detach(): void {
    this.#held = this.canvas;
    this.#view = null;
  }

  /** To be called after every change of the canvas. */
  changed(): void {
    this.#options.onUnsaved?.();
    if (this.#state.kind === "conflict") return;
    const isSaving = this.#state.kind === "saving";
    if (this.#isClean()) {
      clearTimeout(this.#timer);
      if (!isSaving) this.#settle();
      return;
    }
    if (!isSaving && !isCutOff(this.#state)) this.#become({ kind: "waiting" });
    this.#later(this.#options.delayMs ?? 800);
  }

  /** Saves the unsaved change; resolves when no save is running. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running) await this.#running;
    for (let round = 0; round < 5 && this.#isDue(); round++) {
      this.#running ??= this.#save().finally(() => {
        this.#running = null;
      });
      await this.#running;
      if (isStuck(this.#state)) return;
    }
  }

  /** Takes over a draft that another request fetched, if nothing is unsaved here. True if the canvas changed. */
  offer(latest: Saved): boolean {
    if (latest.revision <= this.#base.revision || !this.#isClean() || this.#running) return false;
    const differs = !sameCanvas(latest.canvas, this.#base.canvas);
    this.#base = differs ? latest : { canvas: this.#base.canvas, revision: latest.revision };
    if (differs) this.#replace(latest.canvas);
    return differs;
  }

  /**
   * Takes over an edit that was made on `revision` by a tab that was closed or crashed. False if it cannot be separated
   * from an unsaved edit here; then it has to wait until that is saved.
   */
  adopt(change: DraftChange, revision: number): boolean {
    const theirs = this.#base;
    const before = undoChange(theirs.canvas, change);
    const mine = redoChange(theirs.canvas, change);
    const merge = mergeCanvas(before, mine, theirs.canvas);
    if (!this.#isClean()) {
      const both = mergeCanvas(theirs.canvas, this.canvas, merge.canvas);
      if (merge.conflicts.length + both.conflicts.length > 0 || this.#state.kind === "conflict") return false;
      this.#replace(both.canvas);
    } else if (merge.conflicts.length > 0) {
      this.#base = { canvas: before, revision };
      this.#replace(mine);
      this.#become({ kind: "conflict", conflict: { theirs, merge } });
    } else if (!sameCanvas(merge.canvas, theirs.canvas)) this.#replace(merge.canvas);
    this.changed();
    return true;
  }

  async resolve(choice: Choice): Promise<void> {
    if (this.#state.kind !== "conflict") return;
    const { theirs } = this.#state.conflict;
    const merged = mergeCanvas(this.#base.canvas, this.canvas, theirs.canvas).canvas;
    this.#base = theirs;
    this.#become({ kind: "waiting" });
    if (choice === "theirs") this.#replace(theirs.canvas);
    if (choice === "both") this.#replace(merged);
    this.#settle();
    await this.flush();
  }

  /** Stops saving. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #save(): Promise<void> {
    const isBack = isCutOff(this.#state);
    const refusal = isBack ? await this.#options.confirm?.() : null;
    if (refusal) return this.#fail(refusal);
    const sent = this.canvas;
    if (!isBack) this.#become({ kind: "saving" });
    const answer = await this.#options.put(sent, this.#base.revision);
    if (!("reason" in answer)) {
      this.#base = { canvas: sent, revision: answer.revision };
      return this.#settle();
    }
    return answer.reason === "conflict" ? this.#meet(sent) : this.#fail(answer);
  }

  /**
   * Another user or tab saved in between. If they did not change the canvas (settings, a name), only the revision is
   * updated. Changes of different parts are merged; a person is asked only where both changed the same.
   */
  async #meet(sent: Canvas): Promise<void> {
    const theirs = await this.#options.fetch();
    if ("reason" in theirs) return this.#fail(theirs);
    const isOurs = sameCanvas(theirs.canvas, sent);
    if (isOurs || sameCanvas(theirs.canvas, this.#base.canvas)) {
      this.#base = { canvas: isOurs ? sent : this.#base.canvas, revision: theirs.revision };
      return this.#settle();
    }
    const merge = mergeCanvas(this.#base.canvas, this.canvas, theirs.canvas);
    if (merge.conflicts.length > 0) {
      this.#become({ kind: "conflict", conflict: { theirs, merge } });
      return;
    }
    const { canvas: base } = this.#base;
    this.#base = theirs;
    this.#held = merge.canvas;
    this.#view?.merge(merge.canvas, { base, theirs });
    this.#settle();
  }

  #fail(failure: SaveFailure): void {
    this.#become(stateAfter(failure));
    const mayPass = this.#state.kind === "offline" || this.#state.kind === "signed_out";
    if (mayPass) this.#later(this.#options.retryMs ?? 3_000);
  }

  #isClean(): boolean {
    return this.canvas === this.#base.canvas;
  }

  #isDue(): boolean {
    return !this.#isStopped && !this.#isClean() && this.#state.kind !== "conflict";
  }

  #replace(canvas: Canvas): void {
    this.#held = canvas;
    this.#view?.replace(canvas);
  }

  #settle(): void {
    const now = this.#options.now ?? Date.now;
    this.#options.onUnsaved?.();
    this.#become(this.#isClean() ? { kind: "saved", at: now() } : { kind: "waiting" });
  }

  #become(state: SaveState): void {
    this.#state = state;
    this.#options.onState(state);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#isStopped) this.#timer = setTimeout(() => void this.flush(), ms);
  }
}

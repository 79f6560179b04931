const CHANNEL = "sojourn.unsaved";
/** Longer than a background tab takes to answer; a tab that does not answer loses no data. */
const ANSWER_WITHIN_MS = 250;

type Message =
  | { kind: "ask"; tabId: string }
  | { kind: "open"; tabId: string }
  | { kind: "entered"; scope: string }
  | { kind: "saved"; journeyId: string; revision: number };
/** Saves of other tabs that are remembered; older ones have been merged long ago. */
const MOST_SAVES = 200;

/** The studio's tabs of one browser: which of them are open, and who is signed in. */
export class Tabs {
  /** Created per page load, so that a reload leaves an entry without an owner. */
  readonly id: string = crypto.getRandomValues(new Uint32Array(4)).join("-");
  readonly #channel: BroadcastChannel | null =
    typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(CHANNEL);
  readonly #waiting = new Map<string, () => void>();
  readonly #saves = new Set<string>();
  #isSaving: () => boolean = () => false;
  #onEntered: (scope: string) => void = () => undefined;

  constructor() {
    if (this.#channel) this.#channel.onmessage = ({ data }) => this.#hear(data as Message);
  }

  /** Whether the tab of this id is still open: it saves its own changes. */
  async isOpen(tabId: string): Promise<boolean> {
    if (!this.#channel) return false;
    const answered = new Promise<boolean>((resolve) => {
      this.#waiting.set(tabId, () => resolve(true));
      setTimeout(() => resolve(false), ANSWER_WITHIN_MS);
    });
    this.#say({ kind: "ask", tabId });
    return answered.finally(() => this.#waiting.delete(tabId));
  }

  /** Whether this tab saves what it wrote; a tab where nobody is signed in any more leaves that to others. */
  answerWhile(isSaving: () => boolean): void {
    this.#isSaving = isSaving;
  }

  /** Tells the others who is signed in here: they share the session. */
  tellEntered(scope: string): void {
    this.#say({ kind: "entered", scope });
  }

  /** Tells the others that this tab saved a draft. */
  tellSaved(journeyId: string, revision: number): void {
    this.#say({ kind: "saved", journeyId, revision });
  }

  /** Whether another tab of this browser saved this revision: the change is the same person's. */
  savedElsewhere(journeyId: string, revision: number): boolean {
    return this.#saves.has(`${journeyId} ${revision}`);
  }

  onEntered(listener: (scope: string) => void): void {
    this.#onEntered = listener;
  }

  #hear(message: Message): void {
    if (message.kind === "ask" && message.tabId === this.id && this.#isSaving())
      this.#say({ kind: "open", tabId: this.id });
    if (message.kind === "open") this.#waiting.get(message.tabId)?.();
    if (message.kind === "entered") this.#onEntered(message.scope);
    if (message.kind === "saved") this.#note(message);
  }

  #note({ journeyId, revision }: { journeyId: string; revision: number }): void {
    this.#saves.add(`${journeyId} ${revision}`);
    const [oldest] = this.#saves;
    if (this.#saves.size > MOST_SAVES && oldest !== undefined) this.#saves.delete(oldest);
  }

  #say(message: Message): void {
    this.#channel?.postMessage(message);
  }
}

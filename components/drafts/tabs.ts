const CHANNEL = "sojourn.unsaved";
/** Longer than a background tab takes to answer; a tab that does not answer loses no data. */
const ANSWER_WITHIN_MS = 250;

type Message = { kind: "ask"; tabId: string } | { kind: "open"; tabId: string } | { kind: "entered"; scope: string };

/** The studio's tabs of one browser: which of them are open, and who is signed in. */
export class Tabs {
  /** Created per page load, so that a reload leaves an entry without an owner. */
  readonly id: string = crypto.getRandomValues(new Uint32Array(4)).join("-");
  readonly #channel: BroadcastChannel | null =
    typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(CHANNEL);
  readonly #waiting = new Map<string, () => void>();
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

  onEntered(listener: (scope: string) => void): void {
    this.#onEntered = listener;
  }

  #hear(message: Message): void {
    if (message.kind === "ask" && message.tabId === this.id && this.#isSaving())
      this.#say({ kind: "open", tabId: this.id });
    if (message.kind === "open") this.#waiting.get(message.tabId)?.();
    if (message.kind === "entered") this.#onEntered(message.scope);
  }

  #say(message: Message): void {
    this.#channel?.postMessage(message);
  }
}

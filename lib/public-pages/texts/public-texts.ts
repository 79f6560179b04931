import type { ConsentChannel } from "#consent";

/** Why a page is not shown. */
export type PublicRefusal = "nothingHere" | "tooMany" | "badForm" | "notNow";

/** Everything that the pages for people outside say. `from` is the name of the workspace, `topic` that of a topic. */
export type PublicTexts = {
  readonly preferences: {
    readonly title: string;
    readonly heading: string;
    readonly saved: string;
    readonly messagesFrom: (from: string) => string;
    readonly receives: string;
    readonly receivesHint: string;
    readonly topics: string;
    readonly pending: string;
    readonly channels: string;
    readonly often: string;
    readonly atMost: string;
    readonly noLimit: string;
    readonly nothingUntil: string;
    readonly nothingUntilHint: string;
    readonly language: string;
    readonly writeIn: string;
    readonly noChoice: string;
    readonly measuring: string;
    readonly opens: string;
    readonly clicks: string;
    readonly save: string;
    readonly leave: string;
  };
  readonly channel: Readonly<Record<ConsentChannel, string>>;
  readonly frequency: Readonly<Record<"daily" | "weekly" | "monthly", string>>;
  readonly devices: (count: number) => string;
  readonly unsubscribe: {
    readonly title: string;
    readonly ask: (what: string) => string;
    readonly stillReceives: string;
    readonly button: string;
    readonly doneTitle: string;
    readonly done: string;
    readonly noMore: (what: string) => string;
    readonly undo: string;
    readonly undoneTitle: string;
    readonly undone: string;
    readonly asBefore: (what: string) => string;
    /** What is unsubscribed from, as it stands in a sentence. */
    readonly topic: (topic: string) => string;
    readonly all: Readonly<Record<"any" | ConsentChannel, (from: string) => string>>;
  };
  readonly confirm: {
    readonly title: string;
    readonly ask: (topic: string) => string;
    readonly sends: (from: string) => string;
    readonly button: string;
    readonly doneTitle: string;
    readonly done: (topic: string) => string;
    readonly thanks: string;
  };
  readonly refusals: Readonly<Record<PublicRefusal, { readonly title: string; readonly text: string }>>;
};

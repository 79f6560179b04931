import type { Store } from "../store.ts";

/** What the server answers of content: a document that is made ready for the visitor. */
export type Rule = { readonly matchType?: string; readonly pattern: string };

export type Signal = {
  readonly kind: "css" | "id" | "attribute" | "tag" | "role" | "words";
  readonly name?: string;
  readonly value: string;
  readonly weight?: number;
};
export type Signals = { readonly signals: readonly Signal[]; readonly floor?: number };
export type Target = Signals & {
  readonly path?: readonly (Signals & { readonly into: "shadow" | "frame" })[];
  readonly several?: "first";
};

export type Action =
  | { readonly type: "next" }
  | { readonly type: "back" }
  | { readonly type: "complete" }
  | { readonly type: "dismiss" }
  | { readonly type: "step"; readonly step: string }
  | {
      readonly type: "link";
      readonly url: string;
      readonly newTab?: boolean;
      readonly after?: "complete" | "next" | "stay";
    };

export type Button = {
  readonly label: string;
  readonly action: Action;
  readonly style?: "primary" | "secondary" | "plain";
  readonly track?: { readonly eventName: string; readonly properties?: Readonly<Record<string, unknown>> };
};

export type Block =
  | { readonly type: "heading" | "text"; readonly text: string }
  | {
      readonly type: "image";
      readonly src: string;
      readonly alt: string;
      readonly width?: number;
      readonly height?: number;
    }
  | { readonly type: "buttons"; readonly buttons: readonly Button[] }
  | { readonly type: "progress" };

export type Advance =
  | { readonly on: "click"; readonly target?: Target }
  | { readonly on: "event"; readonly eventName: string; readonly filter?: Readonly<Record<string, unknown>> }
  | { readonly on: "page"; readonly page: Rule };

/** What is shown at once: a step of a flow, or the whole of other content. */
export type Piece = {
  readonly id?: string;
  readonly blocks?: readonly Block[];
  readonly target?: Target;
  readonly placement?: string;
  readonly pages?: readonly Rule[];
  readonly advance?: readonly Advance[];
  readonly spotlight?: boolean;
};

export type Item = {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly label?: string;
  readonly action?: Action;
  readonly done?: readonly Advance[];
};

/** A question of a survey; `nps csat rating single multiple text`. */
export type AskedQuestion = {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly optional?: boolean;
  readonly options?: readonly { readonly id: string; readonly label: string }[];
  readonly low?: string;
  readonly high?: string;
  readonly scale?: number;
  readonly look?: "stars" | "numbers";
  readonly longest?: number;
  readonly lines?: "one" | "many";
  readonly placeholder?: string;
  readonly branches?: readonly {
    readonly least?: number;
    readonly most?: number;
    readonly any?: readonly string[];
    readonly to: string;
  }[];
};

/** The parts of a survey; `said` is what it says besides its questions. */
export type AskedParts = {
  readonly questions: readonly AskedQuestion[];
  readonly thanks?: { readonly title: string; readonly description?: string };
  readonly said: Readonly<Record<"next" | "back" | "send" | "optional" | "missing" | "thanks", string>>;
};

/** What a survey does when people use it; `step` is the question that follows. */
export type SurveyUses = {
  readonly redraw: () => void;
  /** `isLeaving`: the page may be gone before an answer comes. */
  readonly answer: (answers: Readonly<Record<string, unknown>>, step: string | undefined, isLeaving: boolean) => void;
  readonly finish: () => void;
};

/** A survey that is asked. */
export type Asked = {
  readonly sheet: CSSStyleSheet;
  /** Every question was answered; the thanks are shown. */
  readonly isDone: boolean;
  readonly draw: () => HTMLElement[];
  /** It is taken off the page; what was chosen last is reported. */
  readonly end: () => void;
  /** The person is another one: what was chosen is forgotten. */
  readonly drop: () => void;
};

/** What the file that asks surveys gives. */
export type Surveys = {
  readonly ask: (win: Window, parts: AskedParts, start: string | null, uses: SurveyUses) => Asked;
};

export type Parts = Piece &
  Partial<AskedParts> & {
    readonly steps?: readonly Piece[];
    readonly items?: readonly Item[];
    readonly title?: string;
    readonly description?: string;
    readonly position?: "top" | "bottom" | "left" | "right";
    readonly size?: "small" | "medium" | "large";
    readonly open?: boolean;
    readonly shape?: "modal" | "corner";
  };

export type Colours = Readonly<Record<"background" | "text" | "muted" | "accent" | "onAccent" | "border", string>>;

export type ReadyDocument = {
  readonly type: string;
  readonly language: string;
  readonly rightToLeft: boolean;
  readonly priority: number;
  readonly blocking: boolean;
  readonly closable: boolean;
  readonly delayMs: number;
  readonly theme: {
    readonly light: Colours;
    readonly dark: Colours | null;
    readonly radius: number;
    readonly font: string;
  };
  readonly parts: Parts;
  /** What the frame itself says. */
  readonly words: Readonly<Record<"close" | "open" | "fold" | "done", string>>;
};

/** Content that waits for the visitor. */
export type Offered = {
  readonly deliveryId: string;
  readonly key: string;
  readonly type: string;
  readonly step: string | null;
  readonly done: readonly string[];
  readonly document: ReadyDocument;
};

export type Stage =
  | "eligible"
  | "waiting_for_target"
  | "gave_up"
  | "shown"
  | "step"
  | "answered"
  | "completed"
  | "dismissed";

/** What the client gives the file that shows content. */
export type Given = {
  readonly win: Window;
  readonly store: Store;
  /** Where reports go. */
  readonly url: string;
  /** The ids of the present person. */
  readonly who: () => object;
  readonly track: (event: string, properties?: Readonly<Record<string, unknown>>) => void;
};

/** What shown content uses. */
export type Host = {
  readonly win: Window;
  /** `isLeaving`: the page may be gone before an answer comes. */
  readonly report: (deliveryId: string, event: Stage, more?: object, isLeaving?: boolean) => void;
  readonly track: (event: string, properties?: Readonly<Record<string, unknown>>) => void;
};

/** What that file gives the client. */
export type Renderer = {
  readonly show: (content: readonly Offered[]) => void;
  /** The page has another address. */
  readonly route: () => void;
  /** The page reported an event. */
  readonly tracked: (event: string, properties: Readonly<Record<string, unknown>>) => void;
};

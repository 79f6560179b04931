import type { EdgeTrigger, GoalConfig, JsonObject, NodeType, Position } from "#journey";

/** The products whose journeys can be imported. */
export const PRODUCTS = ["mautic", "dittofeed", "posthog", "klaviyo"] as const;
export type Product = (typeof PRODUCTS)[number];

/** What happened to one part of the file. */
export const LEVELS = ["taken_over", "approximated", "left_out"] as const;
export type Level = (typeof LEVELS)[number];

export const REPORT_SUBJECTS = ["step", "setting", "content", "segment"] as const;
export type ReportSubject = (typeof REPORT_SUBJECTS)[number];

/** One part of the file and what happened to it. Every step of the file has exactly one entry of the subject `step`. */
export type ReportEntry = {
  /** JSON pointer into the file. */
  readonly pointer: string;
  readonly subject: ReportSubject;
  /** The id that the product gave it; null = it has none. */
  readonly foreignId: string | null;
  /** The name that people gave it there, else its type. */
  readonly name: string;
  /** The product's own word for its kind. */
  readonly type: string;
  readonly level: Level;
  /** Sentences for people; null = taken over with nothing to add. */
  readonly reason: string | null;
  /** Names of the nodes that it became. */
  readonly nodes: readonly string[];
  /** The draft cannot be published before somebody fills in what the file did not say. */
  readonly unfinished: boolean;
};

/** `key` stays the same in each import of the same file, so that a second import finds the node again. */
export type ImportedNode = {
  readonly key: string;
  readonly name: string;
  readonly type: NodeType;
  readonly config: JsonObject;
  readonly position: Position;
  /** `key` of one of the journey's contents. */
  readonly content: string | null;
};

/** `from` and `to` are keys of nodes. */
export type ImportedEdge = {
  readonly from: string;
  readonly to: string;
  readonly branch: string | null;
  readonly label: string | null;
  readonly weight: number | null;
  readonly trigger: EdgeTrigger | null;
};

export type ImportedContent = {
  readonly key: string;
  readonly type: "email" | "sms" | "push" | "webhook";
  readonly name: string;
  readonly subject: string | null;
  readonly html: string | null;
  readonly text: string | null;
  readonly body: JsonObject;
};

/** A segment that the journey refers to by `key`; it is created empty unless the workspace has one of that key. */
export type ImportedSegment = { readonly key: string; readonly name: string };

/** An id of the file that nothing in it explains; `names` of the options gives it a name. */
export type UnnamedId = { readonly kind: "event" | "segment" | "template" | "trait"; readonly id: string };

export type ImportedJourney = {
  /** The journey's id in its product: a second import with this id updates the draft. */
  readonly foreignId: string;
  readonly name: string;
  readonly description: string | null;
  readonly nodes: readonly ImportedNode[];
  readonly edges: readonly ImportedEdge[];
  readonly settings: JsonObject;
  readonly goalConfig: GoalConfig | null;
  readonly contents: readonly ImportedContent[];
  readonly segments: readonly ImportedSegment[];
  readonly unnamed: readonly UnnamedId[];
  readonly report: readonly ReportEntry[];
};

/** A reason to refuse the file, with its place in it. */
export type ImportProblem = { readonly pointer: string; readonly message: string };
export type ReadResult =
  | {
      readonly journeys: readonly ImportedJourney[] /** Journeys of the file that are left out as a whole. */;
      readonly skipped?: readonly ImportProblem[];
    }
  | { readonly problems: readonly ImportProblem[] };

export type ReadOptions = {
  /** Names for ids that the file does not explain, such as the metrics of Klaviyo. */
  readonly names?: Readonly<Record<string, string>>;
};

/** One product: a folder here, and a line in `importers.ts`. Importers are pure and never throw because of a file. */
export type Importer = {
  readonly product: Product;
  readonly title: string;
  /** Whether a parsed file looks like one of this product, however broken it is. */
  readonly matches: (file: unknown) => boolean;
  readonly read: (file: unknown, options: ReadOptions) => ReadResult;
};

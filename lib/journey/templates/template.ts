import type { EdgeTrigger, GoalConfig, JsonObject, NodeType, Position } from "../schema.ts";

/** An e-mail that is created with the journey; all three parts are Liquid templates. */
export type TemplateContent = {
  readonly key: string;
  readonly name: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
};

export type TemplateNode = {
  readonly name: string;
  /** What people read for the step; without it, its name in readable form. */
  readonly label?: string;
  readonly type: NodeType;
  readonly config: JsonObject;
  readonly position: Position;
  /** `key` of one of the template's contents. */
  readonly content?: string;
};

/** Nodes by name. */
export type TemplateEdge = {
  readonly from: string;
  readonly to: string;
  readonly branch?: string;
  readonly label?: string;
  readonly weight?: number;
  readonly trigger?: EdgeTrigger;
};

export const TEMPLATE_CATEGORIES = ["Onboarding", "Conversion", "Retention", "Feedback", "Experiment"] as const;
export type TemplateCategory = (typeof TEMPLATE_CATEGORIES)[number];

/** A complete journey as data. It can be published once its contents exist. */
export type JourneyTemplate = {
  readonly key: string;
  readonly name: string;
  readonly category: TemplateCategory;
  /** One sentence: what the journey does for a person. */
  readonly description: string;
  readonly content: readonly TemplateContent[];
  readonly nodes: readonly TemplateNode[];
  readonly edges: readonly TemplateEdge[];
  readonly settings: JsonObject;
  readonly goalConfig: GoalConfig | null;
  readonly allowAnonymous?: boolean;
};

import type { EdgeTrigger, GoalConfig, JsonObject, NodeType, Position } from "../schema.ts";

/** An email a template brings along, created beside the journey; Liquid in all three parts. */
export type TemplateContent = {
  readonly key: string;
  readonly name: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
};

export type TemplateNode = {
  readonly name: string;
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

/** A finished journey to start from, as data. Publishable as it is once its contents exist. */
export type JourneyTemplate = {
  readonly key: string;
  readonly name: string;
  readonly category: TemplateCategory;
  /** One sentence: what it does to a person. */
  readonly description: string;
  readonly content: readonly TemplateContent[];
  readonly nodes: readonly TemplateNode[];
  readonly edges: readonly TemplateEdge[];
  readonly settings: JsonObject;
  readonly goalConfig: GoalConfig | null;
  readonly allowAnonymous?: boolean;
};

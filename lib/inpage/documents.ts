import * as z from "zod";
import { withRules } from "#journey";
import { Action, Advances, Blocks, common, PageMatch, PartId, Placement } from "./parts.ts";
import { Questions, Thanks } from "./survey/questions.ts";
import { Target } from "./targets.ts";
import { LocalText } from "./texts.ts";

export const Modal = z.strictObject({
  ...common,
  blocks: Blocks.min(1, { error: "needs a block at least" }),
  size: z.enum(["small", "medium", "large"]).optional(),
  /** Whether a cross and the Escape key dismiss it; yes unless given. */
  closable: z.boolean().optional(),
});

export const Banner = z.strictObject({
  ...common,
  blocks: Blocks.min(1, { error: "needs a block at least" }),
  position: z.enum(["top", "bottom"]).optional(),
  closable: z.boolean().optional(),
});

export const Tooltip = z.strictObject({
  ...common,
  target: Target,
  placement: Placement.optional(),
  blocks: Blocks.min(1, { error: "needs a block at least" }),
  advance: Advances.optional(),
  closable: z.boolean().optional(),
});

/** One step of a flow: at its target, or in the middle of the page. */
export const Step = z.strictObject({
  id: PartId,
  target: Target.optional(),
  placement: Placement.optional(),
  pages: z.array(PageMatch).max(20).optional(),
  blocks: Blocks.min(1, { error: "needs a block at least" }),
  advance: Advances.optional(),
  /** Darkens the page around the target. */
  spotlight: z.boolean().optional(),
});
export type Step = z.infer<typeof Step>;

const areDifferent = (parts: unknown): boolean => {
  const ids = Array.isArray(parts) ? parts.map((part) => part?.id).filter((id) => id !== undefined) : [];
  return new Set(ids).size === ids.length;
};

export const Flow = withRules(
  z.strictObject({
    ...common,
    steps: z.array(Step).min(1, { error: "needs a step at least" }).max(50),
    closable: z.boolean().optional(),
  }),
  { holds: ({ steps }) => areDifferent(steps), error: "has two steps with one id", field: "steps" },
);

const Item = z.strictObject({
  id: PartId,
  title: LocalText,
  description: LocalText.optional(),
  action: Action.optional(),
  label: LocalText.optional(),
  /** What checks it off; without it, its action does. */
  done: Advances.optional(),
});

export const Checklist = withRules(
  z.strictObject({
    ...common,
    title: LocalText,
    description: LocalText.optional(),
    items: z.array(Item).min(1, { error: "needs an item at least" }).max(30),
    position: z.enum(["left", "right"]).optional(),
    /** Whether it is unfolded when it is first shown; yes unless given. */
    open: z.boolean().optional(),
    closable: z.boolean().optional(),
  }),
  { holds: ({ items }) => areDifferent(items), error: "has two items with one id", field: "items" },
);

/** Questions, asked one after another in a page or on a page of their own. */
export const Survey = z.strictObject({
  ...common,
  questions: Questions,
  thanks: Thanks.optional(),
  /** Where a page shows it unless it has a target: in the middle, or in a corner, which is the default. */
  shape: z.enum(["modal", "corner"]).optional(),
  target: Target.optional(),
  placement: Placement.optional(),
  closable: z.boolean().optional(),
});
export type Survey = z.infer<typeof Survey>;

/** The document of each type of content that pages show. */
export const documentSchemas = {
  modal: Modal,
  banner: Banner,
  tooltip: Tooltip,
  flow: Flow,
  checklist: Checklist,
  survey: Survey,
} as const;

export type InPageType = keyof typeof documentSchemas;
export type InPageDocuments = { readonly [Type in InPageType]: z.infer<(typeof documentSchemas)[Type]> };
export type InPageDocument = InPageDocuments[InPageType];

/** Whether content of this type is shown in pages. */
export const isInPageType = (type: string): type is InPageType => Object.hasOwn(documentSchemas, type);

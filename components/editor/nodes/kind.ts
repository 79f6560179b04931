import type { LucideIcon } from "lucide-react";
import type { JsonObject, NodeType } from "#journey";
import type { Accent } from "./accents.ts";

/** An entry of the palette and the step menu: a kind, sometimes with a preset config. */
export type Offer = { key: string; title: string; hint: string; icon: LucideIcon; words: string; config?: JsonObject };

export const OFFER_GROUPS = ["Start", "Messages", "Changes", "Waiting", "Paths", "End"] as const;
export type OfferGroup = (typeof OFFER_GROUPS)[number];

/** How the editor shows one kind of step; its meaning is in `nodeKinds`, its form in `stepForms`. */
export type StepKind = {
  readonly type: NodeType;
  readonly title: string;
  readonly accent: Accent;
  readonly group: OfferGroup;
  readonly icon: (config: JsonObject) => LucideIcon;
  /** Empty for kinds that cannot run yet. */
  readonly offers: readonly Offer[];
};

import * as z from "zod";
import { type NodeKind, never } from "./kind.ts";

/** Config of SPLIT; the shares are on the edges (`weight`). `sticky` sends a person the same way every time. */
export const SplitConfig = z.object({ sticky: z.boolean().optional() });
export type SplitConfig = z.infer<typeof SplitConfig>;

export const split: NodeKind<typeof SplitConfig> = {
  type: "SPLIT",
  configSchema: SplitConfig,
  defaults: () => ({}),
  exits: (node, document) =>
    document.edges
      .filter((edge) => edge.sourceNodeId === node.id && edge.trigger === null)
      .map((edge) => ({ key: edge.name, label: edge.label ?? edge.branch ?? edge.name })),
  waits: never,
  summary: (config) => (config.sticky === true ? "Random, the same way for each person" : "Random"),
};

import * as z from "zod";
import { type NodeKind, PASSES } from "./kind.ts";

/** Config of EXIT: the enrollment completes here. */
export const ExitConfig = z.object({});
export type ExitConfig = z.infer<typeof ExitConfig>;

export const exit: NodeKind<typeof ExitConfig> = {
  ...PASSES,
  role: "end",
  type: "EXIT",
  configSchema: ExitConfig,
  readsPerson: () => false,
  changesPeople: false,
  defaults: () => ({}),
  exits: () => [],
  summary: () => "The journey ends here",
};

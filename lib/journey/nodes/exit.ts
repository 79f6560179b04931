import * as z from "zod";
import { type NodeKind, never } from "./kind.ts";

/** Config of EXIT: the enrollment completes here. */
export const ExitConfig = z.object({});
export type ExitConfig = z.infer<typeof ExitConfig>;

export const exit: NodeKind<typeof ExitConfig> = {
  type: "EXIT",
  configSchema: ExitConfig,
  defaults: () => ({}),
  exits: () => [],
  waits: never,
  summary: () => "The journey ends here",
};

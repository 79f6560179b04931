import { DecideConfig } from "#journey";
import type { StepKind } from "./kind.ts";

export const decide: StepKind<"decide"> = {
  read: (config) => ({ type: "DECIDE", config: { ...config } }),
  writes: ({ type, config }) => type === "DECIDE" && DecideConfig.safeParse(config).success,
  write(node, losses) {
    losses.ofConfig(node, ["decisionFlowId", "maxOffers", "storeResultAs"]);
    const { decisionFlowId, storeResultAs } = DecideConfig.parse(node.config);
    const { maxOffers } = node.config;
    return {
      type: "decide",
      config: {
        decisionFlowId,
        ...(typeof maxOffers === "number" ? { maxOffers } : {}),
        ...(storeResultAs === undefined ? {} : { storeResultAs }),
      },
    };
  },
};

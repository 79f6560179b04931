import { ListChecks } from "lucide-react";
import { accents } from "../accents.ts";
import type { StepKind } from "../kind.ts";

export const waitForCondition: StepKind = {
  type: "WAIT_FOR_CONDITION",
  title: "Wait for condition",
  accent: accents.wait,
  group: "Waiting",
  icon: () => ListChecks,
  offers: [
    {
      key: "wait-for-condition",
      title: "Wait for condition",
      hint: "Waits until a condition is true",
      icon: ListChecks,
      words: "until true rule trait segment",
    },
  ],
};

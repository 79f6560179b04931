import { Clock } from "lucide-react";
import { accents } from "../accents.ts";
import type { StepKind } from "../kind.ts";

export const wait: StepKind = {
  type: "WAIT",
  title: "Wait",
  accent: accents.wait,
  group: "Waiting",
  icon: () => Clock,
  offers: [
    {
      key: "wait",
      title: "Wait",
      hint: "Waits for a while, until a date, or until a time of day",
      icon: Clock,
      words: "delay pause time date days hours until",
    },
  ],
};

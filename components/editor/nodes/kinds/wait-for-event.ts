import { Hourglass } from "lucide-react";
import { accents } from "../accents.ts";
import type { StepKind } from "../kind.ts";

export const waitForEvent: StepKind = {
  type: "WAIT_FOR_EVENT",
  title: "Wait for event",
  accent: accents.wait,
  group: "Waiting",
  icon: () => Hourglass,
  offers: [
    {
      key: "wait-for-event",
      title: "Wait for event",
      hint: "Waits until an event happens, or for a maximum time",
      icon: Hourglass,
      words: "until happens event timeout",
    },
  ],
};

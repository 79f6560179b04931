import { CloudDownload } from "lucide-react";
import { accents } from "../accents.ts";
import type { StepKind } from "../kind.ts";

export const liveData: StepKind = {
  type: "LIVE_DATA",
  title: "Live data",
  accent: accents.choice,
  group: "Paths",
  icon: () => CloudDownload,
  offers: [
    {
      key: "live-data",
      title: "Live data",
      hint: "Asks an HTTP address and goes on by the answer",
      icon: CloudDownload,
      words: "http call url api request fetch lookup answer json webhook",
    },
  ],
};

"use client";

import { Clock } from "lucide-react";
import type { JourneyNode } from "#journey";
import { OptionalDurationRow } from "../forms/duration-row.tsx";
import { MomentsForPerson } from "../forms/moments/for-person.tsx";
import { WaitTarget } from "../forms/wait/wait-target.tsx";
import { WindowRows } from "../forms/wait/window-rows.tsx";
import { ZoneRow } from "../forms/zone-row.tsx";
import { accents } from "./accents.ts";
import type { StepKind } from "./kind.ts";

function WaitForm({ node }: { node: JourneyNode }) {
  const hasDate = typeof node.config.until === "object" && node.config.until !== null && "trait" in node.config.until;
  return (
    <>
      <WaitTarget />
      <WindowRows />
      <ZoneRow name="zone" />
      {hasDate || node.config.timeout !== undefined ? (
        <OptionalDurationRow
          name="timeout"
          label="Give up after a while"
          initial="30d"
          hint="For people whose date never comes. They leave by “Timed out”."
        />
      ) : null}
      <MomentsForPerson type="WAIT" />
    </>
  );
}

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
  Form: WaitForm,
};

"use client";

import { Hourglass } from "lucide-react";
import { Switch } from "#ui/switch";
import { OptionalDurationRow } from "../forms/duration-row.tsx";
import { EventFilter } from "../forms/event-filter.tsx";
import { EventRow } from "../forms/event-input.tsx";
import { Row } from "../forms/row.tsx";
import { accents } from "./accents.ts";
import type { StepKind } from "./kind.ts";

function WaitForEventForm() {
  return (
    <>
      <EventRow name="eventName" label="Until this happens" />
      <EventFilter />
      <OptionalDurationRow
        name="timeout"
        label="Give up after a while"
        initial="7d"
        hint="People who have not done it by then leave by “Timed out”."
      />
      <Row
        name="since"
        label="Count events from earlier in this journey"
        hint="Otherwise only events from this step on count."
      >
        {({ value, onChange, ref: _ref, ...field }) => (
          <Switch
            {...field}
            checked={value === "enrollment"}
            onCheckedChange={(on) => onChange(on ? "enrollment" : undefined)}
          />
        )}
      </Row>
    </>
  );
}

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
  Form: WaitForEventForm,
};

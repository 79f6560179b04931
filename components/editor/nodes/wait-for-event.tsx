"use client";

import { Switch } from "#ui/switch";
import { OptionalDurationRow } from "../forms/duration-row.tsx";
import { EventFilter } from "../forms/event-filter.tsx";
import { EventRow } from "../forms/event-input.tsx";
import { Row } from "../forms/row.tsx";

export function WaitForEventForm() {
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

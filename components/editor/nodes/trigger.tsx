"use client";

import { useFormContext } from "react-hook-form";
import type { JourneyNode, JsonObject } from "#journey";
import { Choice } from "../forms/choice.tsx";
import { DateStartFields } from "../forms/date-start/date-start-fields.tsx";
import { EventFilter } from "../forms/event-filter.tsx";
import { EventRow } from "../forms/event-input.tsx";
import { Row } from "../forms/row.tsx";
import { ScheduleFields } from "../forms/schedule/schedule-fields.tsx";
import { SegmentRow } from "../forms/segment-row.tsx";
import { TextRow } from "../forms/text-row.tsx";
import type { StepValues } from "../forms/use-node-form.ts";

const TYPES = [
  { value: "CUSTOM_EVENT", label: "An event happens" },
  { value: "URL_MATCH", label: "A page is viewed" },
  { value: "ELEMENT_CLICK", label: "Something is clicked" },
  { value: "SEGMENT_ENTERED", label: "Someone enters a segment" },
  { value: "SEGMENT_LEFT", label: "Someone leaves a segment" },
  { value: "DATE", label: "On a date of the person" },
  { value: "SCHEDULE", label: "On a schedule" },
  { value: "MANUAL", label: "By hand, API or audience" },
] as const;

const MATCHES = [
  { value: "contains", label: "contains" },
  { value: "equals", label: "is exactly" },
  { value: "starts", label: "starts with" },
  { value: "glob", label: "looks like (*)" },
  { value: "regex", label: "matches (regex)" },
];

const FIRST_CONFIG: Readonly<Record<string, JsonObject>> = {
  URL_MATCH: { matchType: "contains" },
  SCHEDULE: { cron: "0 9 * * mon" },
  DATE: { time: "09:00", every: "year" },
};

export function TriggerForm({ node }: { node: JourneyNode }) {
  const { setValue } = useFormContext<StepValues>();
  const type = node.config.triggerType;
  const change = (next: string) => {
    setValue("triggerConfig", FIRST_CONFIG[next] ?? {});
    setValue("triggerType", next, { shouldDirty: true });
  };
  return (
    <>
      <Row name="triggerType" label="People enter when">
        {({ value, onChange: _change, ref: _ref, ...field }) => (
          <Choice {...field} value={value} onChange={change} options={TYPES} />
        )}
      </Row>
      <TriggerDetails type={type} />
    </>
  );
}

function TriggerDetails({ type }: { type: unknown }) {
  switch (type) {
    case "CUSTOM_EVENT":
      return (
        <>
          <EventRow name="triggerConfig.eventName" label="Event" />
          <EventFilter prefix="triggerConfig." />
        </>
      );
    case "URL_MATCH":
      return (
        <>
          <Row name="triggerConfig.matchType" label="The page's address">
            {({ value, onChange, ref: _ref, ...field }) => (
              <Choice {...field} value={value ?? "contains"} onChange={onChange} options={MATCHES} />
            )}
          </Row>
          <TextRow name="triggerConfig.pattern" label="Address" placeholder="/pricing" isCode />
        </>
      );
    case "ELEMENT_CLICK":
      return (
        <TextRow
          name="triggerConfig.selector"
          label="CSS selector"
          placeholder="#start-trial"
          hint="As sent with page.clicked events."
          isCode
        />
      );
    case "SEGMENT_ENTERED":
    case "SEGMENT_LEFT":
      return <SegmentRow name="triggerConfig.segment" label="Segment" />;
    case "DATE":
      return <DateStartFields />;
    case "SCHEDULE":
      return <ScheduleFields />;
    default:
      return (
        <p className="text-muted-foreground text-ui">
          You enroll people yourself: with “Enroll people…”, over the API, or by choosing an audience in the journey's
          settings.
        </p>
      );
  }
}

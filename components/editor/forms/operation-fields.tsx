"use client";

import { useEveryJourney } from "#data";
import { MapInput } from "#rules";
import { Choice } from "./choice.tsx";
import { EventRow } from "./event-input.tsx";
import { Row } from "./row.tsx";
import { SegmentRow } from "./segment-row.tsx";
import { TextRow } from "./text-row.tsx";
import { ValueInput } from "./value-input.tsx";

/** The fields one operation of an update needs. */
export function OperationFields({ type, prefix }: { type: unknown; prefix: string }) {
  switch (type) {
    case "tag_user":
    case "untag_user":
      return <TextRow name={`${prefix}tagName`} label="Tag" placeholder="vip" />;
    case "advance_stage":
      return <TextRow name={`${prefix}stageName`} label="Stage" placeholder="customer" />;
    case "set_attribute":
      return (
        <>
          <TextRow name={`${prefix}attribute`} label="Trait" placeholder="plan" isCode />
          <ValueRow name={`${prefix}value`} />
        </>
      );
    case "unset_attribute":
      return <TextRow name={`${prefix}attribute`} label="Trait" placeholder="plan" isCode />;
    case "add_segment":
    case "remove_segment":
      return <SegmentRow name={`${prefix}segment`} label="Segment" />;
    case "emit_event":
      return (
        <>
          <EventRow name={`${prefix}eventName`} label="Event" />
          <Row name={`${prefix}properties`} label="Properties" isGroup>
            {({ value, onChange }) => (
              <MapInput
                value={value}
                onChange={onChange}
                keyLabel="Property"
                valueLabel="Value"
                addLabel="Add a property"
              />
            )}
          </Row>
        </>
      );
    case "enroll":
      return <JourneyRow name={`${prefix}journey`} />;
    case "create_campaign":
      return <TextRow name={`${prefix}campaign`} label="Template campaign" placeholder="spring-offer" isCode />;
    case "set_flag":
      return (
        <>
          <TextRow name={`${prefix}flag`} label="Flag" placeholder="reminded" isCode />
          <ValueRow name={`${prefix}value`} />
        </>
      );
    default:
      return null;
  }
}

function ValueRow({ name }: { name: string }) {
  return (
    <Row name={name} label="Value">
      {({ value, onChange, ...field }) => <ValueInput {...field} value={value} onChange={onChange} placeholder="pro" />}
    </Row>
  );
}

function JourneyRow({ name }: { name: string }) {
  const options = useEveryJourney().data?.data.map((journey) => ({ value: journey.id, label: journey.name })) ?? [];
  return (
    <Row name={name} label="Journey">
      {({ value, onChange, ref: _ref, ...field }) => (
        <Choice {...field} value={value} onChange={onChange} options={options} placeholder="Choose a journey" />
      )}
    </Row>
  );
}

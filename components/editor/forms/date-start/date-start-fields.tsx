"use client";

import { Choice } from "../choice.tsx";
import { MomentsForPerson } from "../moments/for-person.tsx";
import { Row } from "../row.tsx";
import { TextRow } from "../text-row.tsx";
import { TimeRow } from "../time-row.tsx";
import { ZoneRow } from "../zone-row.tsx";

const EVERY = [
  { value: "year", label: "every year" },
  { value: "once", label: "on that date only" },
];

/** The trait whose date enrolls a person, and how often. */
export function DateStartFields() {
  return (
    <>
      <TextRow name="triggerConfig.trait" label="Trait with the date" placeholder="birthday" isCode />
      <Row
        name="triggerConfig.every"
        label="How often"
        hint="A person born on 29 February starts on the 28th in other years."
      >
        {({ value, onChange, ref: _ref, ...field }) => (
          <Choice {...field} value={value ?? "year"} onChange={onChange} options={EVERY} />
        )}
      </Row>
      <TextRow
        name="triggerConfig.offset"
        label="Before or after it"
        placeholder="-3d"
        hint="-3d is three days before, 1w a week after. Empty: on the date."
        isCode
      />
      <TimeRow name="triggerConfig.time" label="At" hint="Empty: at the trait's own time, or at midnight." />
      <ZoneRow name="triggerConfig.zone" />
      <MomentsForPerson type="TRIGGER" />
    </>
  );
}

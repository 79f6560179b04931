"use client";

import { EventInput } from "#rules";
import { useLibrary } from "../state/catalog.tsx";
import { Row } from "./row.tsx";

/** The event that a step is about, chosen among those that were seen. */
export function EventRow({ name, label }: { name: string; label: string }) {
  const { events } = useLibrary();
  return (
    <Row
      name={name}
      label={label}
      hint={events.length === 0 ? "No events yet: send one, or write the name it will have." : undefined}
    >
      {({ value, onChange, ...field }) => <EventInput {...field} value={value} onChange={onChange} />}
    </Row>
  );
}

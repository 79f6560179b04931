"use client";

import { Input } from "#ui/input";
import { Row } from "./row.tsx";
import { shown } from "./text-row.tsx";

/** A time of day; empty = none. */
export function TimeRow({ name, label, hint }: { name: string; label: string; hint: string }) {
  return (
    <Row name={name} label={label} hint={hint}>
      {({ value, onChange, ...field }) => (
        <Input
          {...field}
          type="time"
          value={shown(value)}
          onChange={(event) => onChange(event.target.value)}
          className="w-32"
        />
      )}
    </Row>
  );
}

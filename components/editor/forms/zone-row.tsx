"use client";

import { useState } from "react";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Choice } from "./choice.tsx";
import { Row } from "./row.tsx";
import { shown } from "./text-row.tsx";

const CLOCKS = [
  { value: "person", label: "Each person’s own" },
  { value: "workspace", label: "The workspace’s" },
  { value: "named", label: "A certain time zone…" },
];

/** The time zone of a step. */
export function ZoneRow({ name }: { name: string }) {
  return (
    <Row name={name} label="Time zone" isGroup>
      {({ value, onChange, ref: _ref, ...field }) => <ZoneChoice {...field} value={value} onChange={onChange} />}
    </Row>
  );
}

function ZoneChoice({
  value,
  onChange,
  onBlur,
}: {
  value: unknown;
  onChange: (zone: string | undefined) => void;
  onBlur: () => void;
}) {
  const [isNamed, setNamed] = useState(typeof value === "string" && value !== "person" && value !== "workspace");
  const clock = isNamed ? "named" : value === "workspace" ? "workspace" : "person";
  const choose = (next: string) => {
    setNamed(next === "named");
    if (next !== "named") onChange(next === "workspace" ? next : undefined);
  };
  return (
    <div className="grid gap-2">
      <Choice aria-label="Time zone" value={clock} onChange={choose} options={CLOCKS} />
      {clock === "person" ? (
        <p className="text-muted-foreground text-xs">
          If a person’s zone is not known, the journey’s is used, then the workspace’s.
        </p>
      ) : null}
      {isNamed ? (
        <Field label="Name of the zone">
          {(aria) => (
            <Input
              {...aria}
              value={value === "workspace" ? "" : shown(value)}
              placeholder="Europe/Berlin"
              spellCheck={false}
              onBlur={onBlur}
              onChange={(event) => onChange(event.target.value)}
              className="font-mono text-xs"
            />
          )}
        </Field>
      ) : null}
    </div>
  );
}

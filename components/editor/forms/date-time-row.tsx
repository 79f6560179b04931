"use client";

import { type ReactNode, useState } from "react";
import { Button } from "#ui/button";
import { Input } from "#ui/input";
import { asLocalDateTime } from "./date-time.ts";
import { Row } from "./row.tsx";
import { shown } from "./text-row.tsx";

/**
 * A date and time in the browser's own field, if it can show the value. Other values (with an offset, or without a time)
 * are shown as text and stay unchanged until they are edited.
 */
export function DateTimeRow({ name, hint }: { name: string; hint?: ReactNode }) {
  return (
    <Row name={name} label="Date and time" hint={hint}>
      {({ value, onChange, ...field }) => <DateTimeInput {...field} value={value} onChange={onChange} />}
    </Row>
  );
}

function DateTimeInput({
  value,
  onChange,
  ...field
}: Omit<React.ComponentProps<typeof Input>, "value" | "onChange"> & {
  value?: unknown;
  onChange: (value: string | undefined) => void;
}) {
  const local = asLocalDateTime(value);
  const [isText, setText] = useState(local === null);
  if (!isText && local !== null)
    return (
      <div className="flex items-center gap-1.5">
        <Input
          {...field}
          type="datetime-local"
          value={local}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
        <Button type="button" variant="ghost" size="sm" onClick={() => setText(true)}>
          As text
        </Button>
      </div>
    );
  return (
    <div className="flex items-center gap-1.5">
      <Input
        {...field}
        value={shown(value)}
        placeholder="2026-05-01T09:00+02:00"
        spellCheck={false}
        className="font-mono text-xs"
        onChange={(event) => {
          setText(true);
          onChange(event.target.value || undefined);
        }}
      />
      {local === null ? null : (
        <Button type="button" variant="ghost" size="sm" onClick={() => setText(false)}>
          Choose
        </Button>
      )}
    </div>
  );
}

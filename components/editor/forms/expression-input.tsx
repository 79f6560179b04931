"use client";

import type { ComponentProps } from "react";
import { Textarea } from "#ui/textarea";
import { Row } from "./row.tsx";
import { shown } from "./text-row.tsx";

export const EXPRESSION_HINT = "CEL over person, event, trigger, tags, stage, segments and journey.";

export function ExpressionInput({
  value,
  onChange,
  ...rest
}: Omit<ComponentProps<typeof Textarea>, "onChange"> & { onChange: (text: string) => void }) {
  return (
    <Textarea
      {...rest}
      rows={3}
      value={shown(value)}
      spellCheck={false}
      placeholder={'person.traits.plan == "pro"'}
      onChange={(event) => onChange(event.target.value)}
      className="font-mono text-xs leading-5"
    />
  );
}

export function ExpressionRow({ name, label }: { name: string; label: string }) {
  return (
    <Row name={name} label={label} hint={EXPRESSION_HINT}>
      {({ value, onChange, ...field }) => <ExpressionInput {...field} value={value as string} onChange={onChange} />}
    </Row>
  );
}

"use client";
import { type Me, useOtherWorkspaces } from "#data";
import { Notice } from "#shell";
import { Field } from "#ui/field";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";

export type Target = Me["workspaces"][number];

type TargetFieldProps = { readonly target: Target | null; readonly onChange: (target: Target | null) => void };

/** The workspaces to which a journey can be taken; those in which one may only look are shown, and cannot be chosen. */
export function TargetField({ target, onChange }: TargetFieldProps) {
  const others = useOtherWorkspaces();
  if (others.every(({ role }) => role === "viewer"))
    return (
      <Notice tone="neutral">
        There is no other workspace in which you may edit. Ask an owner of it to make you an editor there, or take the
        journey along as a file: Export, and import it there.
      </Notice>
    );
  return (
    <Field label="To the workspace">
      {(control) => (
        <Select
          value={target?.id ?? ""}
          onValueChange={(id) => onChange(others.find((workspace) => workspace.id === id) ?? null)}
        >
          <SelectTrigger {...control} className="w-full sm:w-80">
            <SelectValue placeholder="Choose a workspace" />
          </SelectTrigger>
          <SelectContent>
            {others.map(({ id, name, role }) => (
              <SelectItem key={id} value={id} disabled={role === "viewer"}>
                {role === "viewer" ? `${name} (you may only look)` : name}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      )}
    </Field>
  );
}

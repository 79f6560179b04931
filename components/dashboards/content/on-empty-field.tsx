"use client";
import { type OnEmpty, useCanEdit } from "#data";
import { Pick } from "../rules/pick.tsx";

const LABEL = "If a variable is empty";

const CHOICES: Record<OnEmpty, string> = {
  send: "Send it anyway",
  skip: "Skip this message",
  fail: "Mark it as failed",
};

const HINTS: Record<OnEmpty, string> = {
  send: "Nothing is printed for the variable.",
  skip: "The person continues without this message; the delivery names the empty variable.",
  fail: "The delivery fails and names the empty variable.",
};

type OnEmptyFieldProps = { value: OnEmpty; error: string | undefined; onChange: (value: OnEmpty) => void };

/** What happens to a message when a variable is empty for the person. */
export function OnEmptyField({ value, error, onChange }: OnEmptyFieldProps) {
  const canEdit = useCanEdit();
  return (
    <fieldset disabled={!canEdit} className="grid gap-1.5">
      <p className="font-medium text-ui">{LABEL}</p>
      <Pick
        label={LABEL}
        value={value}
        options={CHOICES}
        onChange={(next) => onChange(next as OnEmpty)}
        className="w-full sm:w-72"
      />
      {error ? (
        <p role="alert" className="text-destructive-ink text-xs">
          {error}
        </p>
      ) : (
        <p className="text-muted-foreground text-xs">
          {HINTS[value]} One with something to say instead, as in{" "}
          <code className="font-mono">{'{{ traits.city | default: "your city" }}'}</code>, is never empty.
        </p>
      )}
    </fieldset>
  );
}

"use client";
import { type OnEmpty, useCanEdit } from "#data";
import { Pick } from "../rules/pick.tsx";

const LABEL = "If a variable is empty";

const CHOICES: Record<OnEmpty, string> = {
  send: "Send it all the same",
  skip: "Skip this message",
  fail: "Count it as failed",
};

const HINTS: Record<OnEmpty, string> = {
  send: "Nothing is printed for the variable.",
  skip: "The person goes on without this message; its delivery says which variable was empty.",
  fail: "The delivery fails and says which variable was empty.",
};

type OnEmptyFieldProps = { value: OnEmpty; error: string | undefined; onChange: (value: OnEmpty) => void };

/** What becomes of a message to somebody of whom a variable is not known. */
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

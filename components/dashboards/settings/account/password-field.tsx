"use client";
import { Field } from "#ui/field";
import { Input } from "#ui/input";

type PasswordFieldProps = { value: string; error: string | undefined; onChange: (value: string) => void };

/** The password once more, before an account is changed. */
export function PasswordField({ value, error, onChange }: PasswordFieldProps) {
  return (
    <Field label="Your password" error={error}>
      {(control) => (
        <Input
          {...control}
          type="password"
          autoComplete="current-password"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

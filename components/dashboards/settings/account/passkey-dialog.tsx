"use client";
import { type FormEvent, useState } from "react";
import { addPasskey } from "#data";
import { FormFooter } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { BackupCodes } from "./backup-codes.tsx";
import { PasswordField } from "./password-field.tsx";
import { useStep } from "./use-step.ts";

type Props = { hasPassword: boolean; onAdded: () => void; onClose: () => void };

/** Adds a passkey: a name and the password, then the browser asks, then the backup codes if there were none. */
export function PasskeySetUp({ hasPassword, onAdded, onClose }: Props) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { busy, failure, run } = useStep();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const { backupCodes } = await addPasskey(name.trim(), password);
      onAdded();
      if (backupCodes) setCodes(backupCodes);
      else onClose();
    });
  };
  if (codes) return <BackupCodes codes={codes} onClose={onClose} />;
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-4">
      <Field label="Name" hint="The device or password manager that keeps it.">
        {(control) => (
          <Input
            {...control}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
            placeholder="Work laptop"
          />
        )}
      </Field>
      {hasPassword ? <PasswordField value={password} error={undefined} onChange={setPassword} /> : null}
      <FormFooter
        failure={failure ?? null}
        busy={busy}
        disabled={!name.trim() || (hasPassword && !password)}
        onCancel={onClose}
      >
        Add passkey
      </FormFooter>
    </form>
  );
}

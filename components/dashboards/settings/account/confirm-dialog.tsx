"use client";
import { type FormEvent, useState } from "react";
import { FormFooter } from "#shell";
import { BackupCodes } from "./backup-codes.tsx";
import { PasswordField } from "./password-field.tsx";
import { useStep } from "./use-step.ts";

type Props = {
  hasPassword: boolean;
  confirm: string;
  /** What is done with the password; it may answer with new backup codes. */
  act: (password: string) => Promise<readonly string[] | null>;
  onDone: () => void;
  onClose: () => void;
};

/** Asks for the password, and does what was asked for. */
export function ConfirmByPassword({ hasPassword, confirm, act, onDone, onClose }: Props) {
  const [password, setPassword] = useState("");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { busy, failure, run } = useStep();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const made = await act(password);
      onDone();
      if (made) setCodes(made);
      else onClose();
    });
  };
  if (codes) return <BackupCodes codes={codes} onClose={onClose} />;
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-4">
      {hasPassword ? <PasswordField value={password} error={undefined} onChange={setPassword} /> : null}
      <FormFooter failure={failure ?? null} busy={busy} disabled={hasPassword && !password} onCancel={onClose}>
        {confirm}
      </FormFooter>
    </form>
  );
}

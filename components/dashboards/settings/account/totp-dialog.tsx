"use client";
import { type FormEvent, useState } from "react";
import { confirmTotp, startTotp } from "#data";
import { FormFooter } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { CopyField } from "../copy-field.tsx";
import { BackupCodes } from "./backup-codes.tsx";
import { PasswordField } from "./password-field.tsx";
import { QrCode } from "./qr-code.tsx";
import { useStep } from "./use-step.ts";

type Props = { hasPassword: boolean; onAdded: () => void; onClose: () => void };

/** Sets up an authenticator app: the password, the QR code with a first code, the backup codes. */
export function TotpSetUp({ hasPassword, onAdded, onClose }: Props) {
  const [password, setPassword] = useState("");
  const [started, setStarted] = useState<{ secret: string; address: string } | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { busy, failure, run } = useStep();
  const start = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => setStarted(await startTotp(password)));
  };
  const confirm = (code: string) =>
    run(async () => {
      const { backupCodes } = await confirmTotp(code);
      onAdded();
      if (backupCodes) setCodes(backupCodes);
      else onClose();
    });
  if (codes) return <BackupCodes codes={codes} onClose={onClose} />;
  if (started)
    return (
      <FirstCode {...started} busy={busy} failure={failure} onCode={(code) => void confirm(code)} onClose={onClose} />
    );
  return (
    <form onSubmit={start} className="grid grid-cols-1 gap-4">
      {hasPassword ? <PasswordField value={password} error={failure} onChange={setPassword} /> : null}
      <FormFooter
        failure={hasPassword ? null : (failure ?? null)}
        busy={busy}
        disabled={hasPassword && !password}
        onCancel={onClose}
      >
        Continue
      </FormFooter>
    </form>
  );
}

type FirstCodeProps = {
  secret: string;
  address: string;
  busy: boolean;
  failure: string | undefined;
  onCode: (code: string) => void;
  onClose: () => void;
};

function FirstCode({ secret, address, busy, failure, onCode, onClose }: FirstCodeProps) {
  const [code, setCode] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCode(code);
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-4">
      <p className="text-muted-foreground text-ui">Scan this with the app, or type the secret into it.</p>
      <div className="justify-self-center">
        <QrCode text={address} label="QR code for the authenticator app" />
      </div>
      <CopyField label="the secret" value={secret} />
      <Field label="Code of the app" error={failure}>
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <FormFooter failure={null} busy={busy} disabled={!code.trim()} onCancel={onClose}>
        Turn on
      </FormFooter>
    </form>
  );
}

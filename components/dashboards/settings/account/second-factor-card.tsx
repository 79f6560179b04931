"use client";
import { type ReactNode, useState } from "react";
import {
  hasPasskeys,
  type Me,
  type Passkey,
  removePasskey,
  removeTotp,
  renewBackupCodes,
  type SecondFactor,
  useFactorsChanged,
  usePasskeys,
  useSecondFactor,
} from "#data";
import { Ago, loadedOnUse, PageError } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "#ui/dialog";
import { Skeleton } from "#ui/skeleton";
import { ConfirmByPassword } from "./confirm-dialog.tsx";
import { PasskeySetUp } from "./passkey-dialog.tsx";

const TotpSetUp = loadedOnUse(async () => (await import("./totp-dialog.tsx")).TotpSetUp);

type Asked = { kind: "totp" | "passkey" | "remove-totp" | "codes" } | { kind: "remove-passkey"; passkey: Passkey };

/** The second factor of the own account: what there is, and adding and removing it. */
export function SecondFactorCard({ me }: { me: Me }) {
  const factor = useSecondFactor();
  const passkeys = usePasskeys();
  const [asked, setAsked] = useState<Asked | null>(null);
  const error = factor.error ?? passkeys.error;
  if (error)
    return <PageError error={error} onRetry={() => void Promise.all([factor.refetch(), passkeys.refetch()])} />;
  return (
    <Card className="max-w-2xl" aria-labelledby="second-factor-title">
      <CardHeader>
        <CardTitle id="second-factor-title">Second factor</CardTitle>
        <CardDescription>
          {factor.data?.isOn
            ? "It is asked for after every sign-in."
            : "With one, a password that leaks is not enough to sign in as you."}
        </CardDescription>
      </CardHeader>
      <CardContent>
        {factor.data && passkeys.data ? (
          <Factors factor={factor.data} passkeys={passkeys.data} onAsk={setAsked} />
        ) : (
          <Skeleton className="h-32" />
        )}
      </CardContent>
      <FactorDialog asked={asked} hasPassword={me.user.hasPassword} onClose={() => setAsked(null)} />
    </Card>
  );
}

type FactorsProps = { factor: SecondFactor; passkeys: readonly Passkey[]; onAsk: (asked: Asked) => void };

function Factors({ factor, passkeys, onAsk }: FactorsProps) {
  const hasApp = factor.ways.includes("totp");
  return (
    <ul className="grid divide-y" aria-labelledby="second-factor-title">
      <Row title="Authenticator app" text={hasApp ? "On." : "A code of six digits from an app on your phone."}>
        {hasApp ? (
          <Button
            variant="ghost"
            size="sm"
            onClick={() => onAsk({ kind: "remove-totp" })}
            aria-label="Remove the authenticator app"
          >
            Remove
          </Button>
        ) : (
          <Button variant="outline" size="sm" onClick={() => onAsk({ kind: "totp" })}>
            Set up app
          </Button>
        )}
      </Row>
      {passkeys.map((passkey) => (
        <Row
          key={passkey.id}
          title={passkey.name}
          text={
            <>
              Passkey,{" "}
              {passkey.lastUsedAt ? (
                <>
                  last used <Ago at={passkey.lastUsedAt} />
                </>
              ) : (
                <>
                  added <Ago at={passkey.createdAt} />
                </>
              )}
            </>
          }
        >
          <Button
            variant="ghost"
            size="sm"
            onClick={() => onAsk({ kind: "remove-passkey", passkey })}
            aria-label={`Remove ${passkey.name}`}
          >
            Remove
          </Button>
        </Row>
      ))}
      {hasPasskeys() ? (
        <Row title="Passkey" text="A key on this device, a security key, or in a password manager.">
          <Button variant="outline" size="sm" onClick={() => onAsk({ kind: "passkey" })}>
            Add passkey
          </Button>
        </Row>
      ) : null}
      {factor.isOn ? (
        <Row
          title="Backup codes"
          text={factor.backupCodesLeft === 1 ? "1 is left." : `${factor.backupCodesLeft} are left.`}
        >
          <Button variant="outline" size="sm" onClick={() => onAsk({ kind: "codes" })}>
            Make new ones
          </Button>
        </Row>
      ) : null}
    </ul>
  );
}

function Row({ title, text, children }: { title: string; text: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center justify-between gap-3 py-2.5">
      <div className="min-w-0">
        <p className="truncate font-medium text-ui">{title}</p>
        <p className="text-muted-foreground text-xs">{text}</p>
      </div>
      {children}
    </li>
  );
}

const WORDS: Readonly<Record<Asked["kind"], { title: string; text: string }>> = {
  totp: { title: "Set up an authenticator app", text: "Your other devices will be asked for a code." },
  passkey: {
    title: "Add a passkey",
    text: "Your browser asks you to confirm. Your other devices will be asked for it.",
  },
  "remove-totp": {
    title: "Remove the authenticator app?",
    text: "Its codes work no more. Without another second factor, your password alone signs you in.",
  },
  "remove-passkey": {
    title: "Remove this passkey?",
    text: "It works no more. Without another second factor, your password alone signs you in.",
  },
  codes: { title: "Make new backup codes?", text: "Those you have work no more." },
};

type FactorDialogProps = { asked: Asked | null; hasPassword: boolean; onClose: () => void };

function FactorDialog({ asked, hasPassword, onClose }: FactorDialogProps) {
  return (
    <Dialog open={asked !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        {asked ? (
          <>
            <DialogHeader>
              <DialogTitle>{WORDS[asked.kind].title}</DialogTitle>
              <DialogDescription>{WORDS[asked.kind].text}</DialogDescription>
            </DialogHeader>
            <AskedForm asked={asked} hasPassword={hasPassword} onClose={onClose} />
          </>
        ) : null}
      </DialogContent>
    </Dialog>
  );
}

function AskedForm({ asked, hasPassword, onClose }: FactorDialogProps & { asked: Asked }) {
  const changed = useFactorsChanged();
  const done = () => void changed();
  const common = { hasPassword, onClose, onDone: done };
  const removed = (removing: Promise<unknown>) => removing.then(() => null);
  switch (asked.kind) {
    case "totp":
      return <TotpSetUp hasPassword={hasPassword} onAdded={done} onClose={onClose} />;
    case "passkey":
      return <PasskeySetUp hasPassword={hasPassword} onAdded={done} onClose={onClose} />;
    case "remove-totp":
      return <ConfirmByPassword {...common} confirm="Remove" act={(password) => removed(removeTotp(password))} />;
    case "remove-passkey":
      return (
        <ConfirmByPassword
          {...common}
          confirm="Remove"
          act={(password) => removed(removePasskey(asked.passkey.id, password))}
        />
      );
    case "codes":
      return (
        <ConfirmByPassword
          {...common}
          confirm="Make new codes"
          act={async (password) => (await renewBackupCodes(password)).backupCodes}
        />
      );
  }
}

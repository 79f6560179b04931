"use client";
import { type FormEvent, useEffect, useState } from "react";
import { getSecondFactor, giveCode, givePasskey, hasPasskeys, isPasskeyRefusal, problemMessage } from "#data";
import { PlainButton, PlainField, PlainNotice } from "./plain-parts.tsx";

/** The second step of every way to sign in: a passkey, a code of the app, or a backup code. */
export function SecondFactorForm({ onGiven }: { onGiven: () => void }) {
  const [ways, setWays] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    getSecondFactor().then(
      (factor) => (factor.isPending ? setWays(factor.ways) : onGiven()),
      (error) => setFailure(problemMessage(error)),
    );
  }, [onGiven]);
  const give = async (way: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(null);
    try {
      await way();
      onGiven();
    } catch (error) {
      setFailure(isPasskeyRefusal(error) ? "The browser did not finish. Try again." : problemMessage(error));
      setBusy(false);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code") ?? "").trim();
    if (code) void give(() => giveCode(code));
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <h1 className="font-semibold text-lg">Second factor</h1>
      {failure ? <PlainNotice>{failure}</PlainNotice> : null}
      {ways.includes("passkey") && hasPasskeys() ? (
        <PlainButton type="button" busy={busy} onClick={() => void give(givePasskey)}>
          Use a passkey
        </PlainButton>
      ) : null}
      <PlainField
        label={ways.includes("totp") ? "Code of your authenticator app, or a backup code" : "Backup code"}
        name="code"
        autoComplete="one-time-code"
        error={null}
      />
      <PlainButton type="submit" busy={busy}>
        Continue
      </PlainButton>
      <p className="text-muted-foreground text-xs leading-5">
        Without your device and backup codes, ask the person who runs this installation: the command
        <code> npm run account:reset</code> gives you a new sign-in link.
      </p>
    </form>
  );
}

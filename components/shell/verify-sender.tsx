"use client";
import { useState } from "react";
import { openSenderLink, problemMessage } from "#data";
import { PlainButton, PlainNotice } from "./plain-parts.tsx";

/** Confirms a sender address. The token is used on a click, not on load, because mail scanners open links. */
export function VerifySender({ token }: { token: string | null }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(
    token ? null : "This link is incomplete: its token is missing.",
  );
  const [done, setDone] = useState<{ email: string; workspace: string } | null>(null);
  const confirm = async () => {
    if (!token) return;
    setBusy(true);
    setFailure(null);
    await openSenderLink(token).then(setDone, (error: unknown) => setFailure(problemMessage(error)));
    setBusy(false);
  };
  return (
    <div className="grid gap-4">
      <h1 className="font-semibold text-lg">Confirm a sender</h1>
      {failure ? <PlainNotice>{failure}</PlainNotice> : null}
      {done ? (
        <p role="status" className="text-ui leading-relaxed">
          {done.email} is confirmed: {done.workspace} may send email from it. You can close this page.
        </p>
      ) : (
        <>
          <p className="text-muted-foreground text-ui leading-relaxed">
            Somebody asked to send email from the address that this link was mailed to. Confirm only if you know about
            it.
          </p>
          {token ? (
            <PlainButton type="button" busy={busy} onClick={confirm}>
              Confirm the address
            </PlainButton>
          ) : null}
        </>
      )}
    </div>
  );
}

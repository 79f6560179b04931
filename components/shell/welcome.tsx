"use client";
import { useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { openSignInLink, problemMessage } from "#data";
import { Button } from "#ui/button";
import { Notice } from "./notice.tsx";

/** The token is spent on a press, not on load: mail scanners and link previews open every link they see. */
export function Welcome({ token }: { token: string | null }) {
  const router = useRouter();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(
    token ? null : "This link is incomplete: its token is missing.",
  );
  const enter = async () => {
    if (!token) return;
    setBusy(true);
    setFailure(null);
    try {
      await openSignInLink(token);
      client.clear();
      router.replace("/journeys");
    } catch (error) {
      setFailure(problemMessage(error));
      setBusy(false);
    }
  };
  return (
    <div className="grid gap-4">
      <h1 className="font-semibold text-lg">Welcome to Sojourn</h1>
      {failure ? (
        <Notice tone="destructive">{failure}</Notice>
      ) : (
        <p className="text-muted-foreground text-ui leading-relaxed">
          This link signs you in once. Inside, set an e-mail address and a password so that you can come back.
        </p>
      )}
      {token ? (
        <Button size="lg" busy={busy} onClick={enter}>
          Open the studio
        </Button>
      ) : null}
      <Link
        href="/sign-in"
        className="rounded-sm text-center text-primary-ink text-ui underline-offset-4 hover:underline"
      >
        Sign in with a password instead
      </Link>
    </div>
  );
}

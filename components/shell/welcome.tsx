"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiProblem, isSignedIn, openSignInLink, problemMessage } from "#data";
import { Link } from "#ui/link";
import { PlainButton, PlainNotice } from "./plain-parts.tsx";

/** The token is used on a click, not on load, because mail scanners and link previews open links. */
export function Welcome({ token }: { token: string | null }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(
    token ? null : "This link is incomplete: its token is missing.",
  );
  // An invitation needs a signed-in user, who returns here after signing in.
  const [comesBack, setComesBack] = useState(false);
  const enter = async () => {
    if (!token) return;
    setBusy(true);
    setFailure(null);
    try {
      await openSignInLink(token);
      router.replace("/journeys");
    } catch (error) {
      // The link was used already; a signed-in user has what it was for.
      if (error instanceof ApiProblem && error.status === 401 && (await isSignedIn()))
        return router.replace("/journeys");
      setFailure(problemMessage(error));
      setComesBack(error instanceof ApiProblem && error.code === "conflict");
      setBusy(false);
    }
  };
  return (
    <div className="grid gap-4">
      <h1 className="font-semibold text-lg">Welcome to Sojourn</h1>
      {failure ? (
        <PlainNotice>{failure}</PlainNotice>
      ) : (
        <p className="text-muted-foreground text-ui leading-relaxed">
          This link works once: it accepts an invitation to a workspace, or signs you in. If you are new, set a password
          inside so that you can come back.
        </p>
      )}
      {token ? (
        <PlainButton type="button" busy={busy} onClick={enter}>
          Open the studio
        </PlainButton>
      ) : null}
      <Link
        href={comesBack && token ? `/sign-in?next=${encodeURIComponent(`/welcome?token=${token}`)}` : "/sign-in"}
        className="rounded-sm text-center text-primary-ink text-ui underline-offset-4 hover:underline"
      >
        Sign in with a password instead
      </Link>
    </div>
  );
}

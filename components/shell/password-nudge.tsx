"use client";
import { useMe } from "#data";
import { Link } from "#ui/link";
import { DismissButton } from "./dismiss-button.tsx";
import { keepFocus } from "./keep-focus.ts";
import { useDismissed } from "./use-dismissed.ts";

/** For users who signed in with a one-time link: without a password they cannot sign in again. */
export function PasswordNudge() {
  const { data: me } = useMe();
  const [isDismissed, dismiss] = useDismissed("password");
  if (!me || me.user.hasPassword || me.user.hasSignOn || isDismissed) return null;
  return (
    <section
      aria-label="Your account"
      className="flex items-center justify-center gap-2 border-b bg-warning-soft px-4 py-1.5 text-warning-ink text-xs"
    >
      <p className="text-center">
        You signed in with a one-time link.{" "}
        <Link href="/settings?tab=account" className="font-semibold underline underline-offset-4">
          Set an email address and a password
        </Link>{" "}
        so that you can come back.
      </p>
      <DismissButton
        onDismiss={() => {
          dismiss();
          keepFocus("#main");
        }}
      />
    </section>
  );
}

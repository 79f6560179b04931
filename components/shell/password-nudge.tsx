"use client";
import Link from "next/link";
import { useMe } from "#data";

/** For users who signed in with a one-time link: without a password they cannot sign in again. */
export function PasswordNudge() {
  const { data: me } = useMe();
  if (!me || me.user.hasPassword) return null;
  return (
    <section
      aria-label="Your account"
      className="border-b bg-warning-soft px-4 py-1.5 text-center text-warning-ink text-xs"
    >
      You signed in with a one-time link.{" "}
      <Link href="/settings?tab=account" className="font-semibold underline underline-offset-4">
        Set an email address and a password
      </Link>{" "}
      so that you can come back.
    </section>
  );
}

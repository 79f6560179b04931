"use client";
import { useMe } from "#data";
import { Link } from "#ui/link";

/** For members of a workspace that requires a second factor, who have none: everything else is refused until then. */
export function SecondFactorNudge() {
  const { data: me } = useMe();
  if (!me?.lacksSecondFactor) return null;
  return (
    <section
      aria-label="Second factor"
      className="border-b bg-warning-soft px-4 py-1.5 text-center text-warning-ink text-xs"
    >
      {me.workspace.name} requires a second factor.{" "}
      <Link href="/settings?tab=account" className="font-semibold underline underline-offset-4">
        Set up yours
      </Link>{" "}
      to see everything else.
    </section>
  );
}

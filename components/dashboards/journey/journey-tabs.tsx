"use client";
import { GitCommitVertical, PencilRuler, Radio, UsersRound } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { Suspense } from "react";
import { cn } from "#ui/cn";
import { Link } from "#ui/link";

/** Build and Live are one page; the address says which: `?view=live`. */
export function JourneyTabs({ journeyId }: { journeyId: string }) {
  return (
    <Suspense fallback={<div className="h-9" />}>
      <Tabs journeyId={journeyId} />
    </Suspense>
  );
}

function Tabs({ journeyId }: { journeyId: string }) {
  const path = usePathname();
  const live = useSearchParams().get("view") === "live";
  const base = `/journeys/${journeyId}`;
  const tabs = [
    { href: base, label: "Build", icon: PencilRuler, current: path === base && !live },
    { href: `${base}?view=live`, label: "Live", icon: Radio, current: path === base && live },
    {
      href: `${base}/enrollments`,
      label: "Enrollments",
      icon: UsersRound,
      current: path.startsWith(`${base}/enrollments`),
    },
    {
      href: `${base}/versions`,
      label: "Versions",
      icon: GitCommitVertical,
      current: path.startsWith(`${base}/versions`),
    },
  ];
  return (
    <nav aria-label="Journey" className="-mb-px overflow-x-auto overflow-y-hidden">
      <ul className="flex gap-4 px-1">
        {tabs.map(({ href, label, icon: Icon, current }) => (
          <li key={label}>
            <Link
              href={href}
              aria-current={current ? "page" : undefined}
              className={cn(
                "flex h-9 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 font-medium text-muted-foreground text-ui transition-colors hover:text-foreground focus-visible:-outline-offset-2",
                current && "border-primary text-foreground",
              )}
            >
              <Icon className="size-3.5" aria-hidden />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

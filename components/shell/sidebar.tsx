"use client";
import { usePathname } from "next/navigation";
import { cn } from "#ui/cn";
import { Kbd } from "#ui/kbd";
import { Link } from "#ui/link";
import { STUDIO } from "./navigation.ts";
import { openPalette } from "./palette.tsx";
import { UserMenu } from "./user-menu.tsx";
import { WorkspaceSwitcher } from "./workspace-switcher.tsx";

/** The content of the sidebar; the phone's sheet shows the same. */
export function Sidebar({ onNavigate }: { onNavigate?: () => void }) {
  const path = usePathname();
  return (
    <div className="flex h-full flex-col gap-4 p-3 text-sidebar-foreground">
      <WorkspaceSwitcher />
      <button
        type="button"
        onClick={openPalette}
        className="flex h-8 items-center justify-between rounded-md border bg-card px-2.5 text-muted-foreground text-ui shadow-raised transition-colors hover:text-foreground"
      >
        Go to…
        <span aria-hidden className="flex gap-1">
          <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      <nav aria-label="Studio" className="flex-1 overflow-y-auto">
        <p className="px-2 pb-1.5 font-medium text-muted-foreground text-xs">Studio</p>
        <ul className="grid gap-0.5">
          {STUDIO.map(({ href, label, icon: Icon }) => {
            const current = path === href || path.startsWith(`${href}/`);
            return (
              <li key={href}>
                <Link
                  href={href}
                  aria-current={current ? "page" : undefined}
                  {...(onNavigate ? { onClick: onNavigate } : {})}
                  className={cn(
                    "flex h-8 items-center gap-2.5 rounded-md px-2 font-medium text-ui transition-colors hover:bg-accent hover:text-foreground",
                    current && "bg-accent text-foreground [&>svg]:text-primary-ink",
                  )}
                >
                  <Icon className="size-4" aria-hidden />
                  {label}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <UserMenu />
    </div>
  );
}

"use client";
import { useMe } from "#data";
import { Skeleton } from "#ui/skeleton";
import { menuOnUse } from "./menu-on-use.tsx";
import { UserButton } from "./user-button.tsx";

const Menu = menuOnUse(async () => (await import("./user-menu-items.tsx")).UserMenuItems, UserButton);

export function UserMenu() {
  const { data: me } = useMe();
  if (!me) return <Skeleton className="h-10" />;
  return <Menu name={me.user.name || me.user.email} email={me.user.email} />;
}

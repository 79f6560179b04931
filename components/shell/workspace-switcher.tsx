"use client";
import { useMe } from "#data";
import { Skeleton } from "#ui/skeleton";
import { menuOnUse } from "./menu-on-use.tsx";
import { WorkspaceButton } from "./workspace-button.tsx";

const Menu = menuOnUse(async () => (await import("./workspace-items.tsx")).WorkspaceItems, WorkspaceButton);

export function WorkspaceSwitcher() {
  const { data: me } = useMe();
  return me ? <Menu workspace={me.workspace.name} /> : <Skeleton className="h-9" />;
}

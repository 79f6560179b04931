"use client";
import { Check, ChevronsUpDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { problemMessage, useMe, useSwitchWorkspace } from "#data";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "#ui/dropdown-menu";
import { Skeleton } from "#ui/skeleton";
import { toast } from "#ui/toaster";
import { Logo } from "./logo.tsx";

export function WorkspaceSwitcher() {
  const { data: me } = useMe();
  const change = useSwitchWorkspace();
  const router = useRouter();
  if (!me) return <Skeleton className="h-9" />;
  const choose = (id: string) =>
    change.mutate(id, {
      onSuccess: () => router.push("/journeys"),
      onError: (error) => toast.error(problemMessage(error)),
    });
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className="flex h-9 w-full items-center gap-2 rounded-md px-1.5 text-left transition-colors hover:bg-accent data-[state=open]:bg-accent">
        <Logo />
        <span className="min-w-0 flex-1 truncate font-semibold text-foreground text-ui">
          <span className="sr-only">Workspace </span>
          {me.workspace.name}
        </span>
        <ChevronsUpDown className="size-3.5 shrink-0 text-muted-foreground" aria-hidden />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="w-60">
        <DropdownMenuLabel>Workspaces</DropdownMenuLabel>
        {me.workspaces.map((workspace) => (
          <DropdownMenuItem
            key={workspace.id}
            onSelect={() => workspace.id !== me.workspace.id && choose(workspace.id)}
          >
            <span className="min-w-0 flex-1 truncate">{workspace.name}</span>
            {workspace.isDemo ? <span className="text-muted-foreground text-xs">Demo</span> : null}
            {workspace.id === me.workspace.id ? <Check aria-label="current" /> : null}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

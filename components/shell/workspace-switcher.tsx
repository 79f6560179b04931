"use client";
import { Check, ChevronsUpDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { problemMessage, useMe, useSwitchWorkspace } from "#data";
import { useDraftKeeping } from "#drafts";
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

/** How long changing the workspace waits for what is still being saved. */
const SAVE_WITHIN_MS = 3_000;

export function WorkspaceSwitcher() {
  const { data: me } = useMe();
  const change = useSwitchWorkspace();
  const router = useRouter();
  const keeping = useDraftKeeping();
  if (!me) return <Skeleton className="h-9" />;
  const choose = async (id: string) => {
    const left = await keeping().drafts.settle(SAVE_WITHIN_MS);
    change.mutate(id, {
      onSuccess: () => {
        for (const { name } of left)
          toast.info(`Your change in “${name}” is saved when you come back to its workspace.`);
        router.push("/journeys");
      },
      onError: (error) => toast.error(problemMessage(error)),
    });
  };
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
            onSelect={() => (workspace.id === me.workspace.id ? undefined : void choose(workspace.id))}
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

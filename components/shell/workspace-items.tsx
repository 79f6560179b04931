"use client";
import { Check } from "lucide-react";
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
import { toast } from "#ui/toaster";
import type { MenuState } from "./menu-on-use.tsx";
import { WorkspaceButton, type WorkspaceButtonProps } from "./workspace-button.tsx";

/** How long changing the workspace waits for what is still being saved. */
const SAVE_WITHIN_MS = 3_000;

export function WorkspaceItems({ workspace, ...state }: Pick<WorkspaceButtonProps, "workspace"> & MenuState) {
  const { data: me } = useMe();
  const change = useSwitchWorkspace();
  const router = useRouter();
  const keeping = useDraftKeeping();
  if (!me) return null;
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
    <DropdownMenu {...state}>
      <DropdownMenuTrigger asChild>
        <WorkspaceButton workspace={workspace} />
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

import { ChevronsUpDown } from "lucide-react";
import type { ComponentProps } from "react";
import { Logo } from "./logo.tsx";

export type WorkspaceButtonProps = ComponentProps<"button"> & { workspace: string };

/** The workspace that is shown; opens the list of the others. */
export function WorkspaceButton({ workspace, ...props }: WorkspaceButtonProps) {
  return (
    <button
      type="button"
      className="flex h-9 w-full items-center gap-2 rounded-md px-1.5 text-left transition-colors hover:bg-accent data-[state=open]:bg-accent"
      {...props}
    >
      <Logo />
      <span className="min-w-0 flex-1 truncate font-semibold text-foreground text-ui">
        <span className="sr-only">Workspace </span>
        {workspace}
      </span>
      <ChevronsUpDown className="size-3.5 shrink-0 text-muted-foreground" aria-hidden />
    </button>
  );
}

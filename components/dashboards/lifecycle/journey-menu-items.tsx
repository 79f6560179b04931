"use client";
import { ArrowRightToLine, FileDown, FileUp, ListChecks } from "lucide-react";
import { useState } from "react";
import { type Journey, type JourneyAction, useCanEdit, useOtherWorkspaces } from "#data";
import { loadedOnUse, type MenuState } from "#shell";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "#ui/dropdown-menu";
import { Link } from "#ui/link";
import { legalActions, MAIN_ACTIONS } from "../journeys/status.ts";
import { DuplicateItem } from "./duplicate-item.tsx";
import { JourneyMenuButton } from "./journey-menu-button.tsx";
import { ACTION_WORDS } from "./words.ts";

const ExportDialog = loadedOnUse(
  async () => (await import("../journey-files/export-dialog.tsx")).ExportDialog,
  ({ open }) => open,
);
const ImportDialog = loadedOnUse(
  async () => (await import("../journey-files/import-dialog.tsx")).ImportDialog,
  ({ open }) => open,
);
const PromoteJourneyDialog = loadedOnUse(
  async () => (await import("../journey-files/promote-journey-dialog.tsx")).PromoteJourneyDialog,
  ({ open }) => open,
);
const LifecycleDialog = loadedOnUse(
  async () => (await import("./lifecycle-dialog.tsx")).LifecycleDialog,
  ({ action }) => action !== null,
);

export type JourneyMenuProps = { journey: Journey; place: "list" | "header" };

/** The actions of a journey; `header` leaves out those with a button there. */
export function JourneyMenuItems({ journey, place, ...state }: JourneyMenuProps & MenuState) {
  const [action, setAction] = useState<JourneyAction | null>(null);
  const [file, setFile] = useState<"import" | "export" | "promote" | null>(null);
  const hasTargets = useOtherWorkspaces().length > 0;
  const canEdit = useCanEdit();
  const legal = canEdit ? legalActions(journey) : [];
  const actions = place === "header" ? legal.filter((entry) => !MAIN_ACTIONS.has(entry)) : legal;
  return (
    <>
      <DropdownMenu {...state}>
        <DropdownMenuTrigger asChild>
          <JourneyMenuButton journey={journey} />
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {place === "list" ? (
            <DropdownMenuItem asChild>
              <Link href={`/journeys/${journey.id}/enrollments`}>
                <ListChecks /> Enrollments
              </Link>
            </DropdownMenuItem>
          ) : null}
          {canEdit ? <DuplicateItem journey={journey} /> : null}
          <DropdownMenuItem onSelect={() => setFile("export")}>
            <FileDown /> Export…
          </DropdownMenuItem>
          {canEdit && journey.status !== "ARCHIVED" ? (
            <DropdownMenuItem onSelect={() => setFile("import")}>
              <FileUp /> Import into it…
            </DropdownMenuItem>
          ) : null}
          {hasTargets ? (
            <DropdownMenuItem onSelect={() => setFile("promote")}>
              <ArrowRightToLine /> Promote…
            </DropdownMenuItem>
          ) : null}
          {actions.length > 0 ? <DropdownMenuSeparator /> : null}
          {actions.map((entry) => {
            const { label, icon: Icon } = ACTION_WORDS[entry];
            const dangerous = entry === "delete" || entry === "archive";
            return (
              <DropdownMenuItem
                key={entry}
                {...(dangerous ? { variant: "destructive" as const } : {})}
                onSelect={() => setAction(entry)}
              >
                <Icon /> {label}…
              </DropdownMenuItem>
            );
          })}
        </DropdownMenuContent>
      </DropdownMenu>
      <ExportDialog
        journey={journey}
        open={file === "export"}
        onOpenChange={(open) => setFile(open ? "export" : null)}
      />
      <ImportDialog into={journey} open={file === "import"} onOpenChange={(open) => setFile(open ? "import" : null)} />
      <PromoteJourneyDialog
        journey={journey}
        open={file === "promote"}
        onOpenChange={(open) => setFile(open ? "promote" : null)}
      />
      <LifecycleDialog journey={journey} action={action} onClose={() => setAction(null)} />
    </>
  );
}

"use client";
import { ArrowRightToLine, FileDown, FileUp, ListChecks, MoreHorizontal } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { type Journey, type JourneyAction, useCanEdit, useOtherWorkspaces } from "#data";
import { Button } from "#ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "#ui/dropdown-menu";
import { ExportDialog } from "../journey-files/export-dialog.tsx";
import { ImportDialog } from "../journey-files/import-dialog.tsx";
import { PromoteJourneyDialog } from "../journey-files/promote-journey-dialog.tsx";
import { legalActions, MAIN_ACTIONS } from "../journeys/status.ts";
import { LifecycleDialog } from "./lifecycle-dialog.tsx";
import { ACTION_WORDS } from "./words.ts";

/** The actions of a journey; `header` leaves out those with a button there. */
export function JourneyMenu({ journey, place }: { journey: Journey; place: "list" | "header" }) {
  const [action, setAction] = useState<JourneyAction | null>(null);
  const [file, setFile] = useState<"import" | "export" | "promote" | null>(null);
  const hasTargets = useOtherWorkspaces().length > 0;
  const canEdit = useCanEdit();
  const legal = canEdit ? legalActions(journey) : [];
  const actions = place === "header" ? legal.filter((entry) => !MAIN_ACTIONS.has(entry)) : legal;
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label={`Actions for ${journey.name}`}>
            <MoreHorizontal />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {place === "list" ? (
            <DropdownMenuItem asChild>
              <Link href={`/journeys/${journey.id}/enrollments`}>
                <ListChecks /> Enrollments
              </Link>
            </DropdownMenuItem>
          ) : null}
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

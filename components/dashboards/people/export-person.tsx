"use client";
import { Download } from "lucide-react";
import { type Person, problemMessage, useCanEdit, useExportPerson } from "#data";
import { Button } from "#ui/button";
import { toast } from "#ui/toaster";
import { downloadFile } from "../csv/download.ts";

/** Downloads all data about a person, for a person who asks what is stored about them. */
export function ExportPerson({ person }: { person: Person }) {
  const canEdit = useCanEdit();
  const exported = useExportPerson(person.id);
  if (!canEdit) return null;
  const download = () =>
    exported.mutate(undefined, {
      onSuccess: (file) => {
        downloadFile(`person-${person.id}.ndjson`, file);
        toast.success("Exported every row about this person, one line each.");
      },
      onError: (error) => toast.error(problemMessage(error)),
    });
  return (
    <Button variant="outline" busy={exported.isPending} onClick={download}>
      {exported.isPending ? null : <Download aria-hidden />} Export
    </Button>
  );
}

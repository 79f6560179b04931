"use client";
import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { type DragEvent, type FormEvent, useDeferredValue, useId, useState } from "react";
import { type ImportRequest, problemMessage, useImportCheck, useImportJourney } from "#data";
import { FormDialog, FormFooter } from "#shell";
import { cn } from "#ui/cn";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Link } from "#ui/link";
import { Textarea } from "#ui/textarea";
import { ImportReport } from "./import-report.tsx";

type ImportDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The journey whose draft the file changes; without one a new draft is made. */
  into?: { readonly id: string; readonly name: string };
};

/** Reads a journey from a file: the format that was found and all problems are shown before anything is stored. */
export function ImportDialog({ open, onOpenChange, into }: ImportDialogProps) {
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      className="max-w-2xl"
      title={into ? `Import into ${into.name}` : "Import a journey"}
      text={
        into ? (
          "The draft becomes what the file says. Steps that keep their name keep their place, and what the format cannot say stays."
        ) : (
          <>
            It becomes a draft: nobody enters before you publish it. A file of Mautic, Dittofeed, PostHog or Klaviyo?{" "}
            <Link href="/journeys/import" className="text-primary underline underline-offset-4">
              Import from another product…
            </Link>
          </>
        )
      }
    >
      <ImportForm into={into?.id} close={() => onOpenChange(false)} />
    </FormDialog>
  );
}

function ImportForm({ into, close }: { into: string | undefined; close: () => void }) {
  const router = useRouter();
  const fileId = useId();
  const [text, setText] = useState("");
  const [isOver, setOver] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const parsed = parse(useDeferredValue(text));
  const request: ImportRequest | null =
    parsed.journey === undefined ? null : { journey: parsed.journey, ...(into === undefined ? {} : { into }) };
  const check = useImportCheck(request);
  const importing = useImportJourney();
  const readFile = async (file: File | undefined) => {
    if (file) setText(await file.text());
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void readFile(file);
    else setText(event.dataTransfer.getData("text"));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (request === null) return;
    setFailure(null);
    try {
      const { journey } = await importing.mutateAsync(request);
      if (journey === null) return;
      // The dialog is part of the address, and closing it would undo the way to the journey. The editor may be open on the
      // draft that has just changed, so it starts again.
      if (into === undefined) router.push(`/journeys/${journey.id}`);
      else window.location.assign(`/journeys/${journey.id}`);
    } catch (error) {
      setFailure(problemMessage(error));
    }
  };
  return (
    <form onSubmit={submit} noValidate className="grid min-h-0 gap-4">
      <Field label="Paste the file, or drop it here" error={parsed.fault}>
        {(control) => (
          <Textarea
            {...control}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
            className={cn("max-h-56 min-h-36 font-mono text-xs", isOver && "border-primary bg-primary-soft")}
            placeholder={'{ "name": "Onboarding", "steps": [ … ] }'}
            spellCheck={false}
          />
        )}
      </Field>
      <div className="grid gap-1.5">
        <label htmlFor={fileId} className="flex items-center gap-1.5 font-medium text-ui">
          <FileUp className="size-4" aria-hidden /> Or choose a file
        </label>
        <Input
          id={fileId}
          type="file"
          accept=".json,application/json"
          onChange={(event) => void readFile(event.target.files?.[0])}
        />
      </div>
      {request === null ? null : <ImportReport check={check} />}
      <FormFooter
        failure={failure}
        busy={importing.isPending}
        disabled={check.data?.canImport !== true || request === null}
        onCancel={close}
      >
        {into === undefined ? "Import as a draft" : "Change the draft"}
      </FormFooter>
    </form>
  );
}

type Parsed = { readonly journey?: unknown; readonly fault?: string };

function parse(text: string): Parsed {
  if (text.trim() === "") return {};
  try {
    return { journey: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch (error) {
    return { fault: `This is not valid JSON: ${(error as Error).message}.` };
  }
}

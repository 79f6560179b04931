"use client";
import { CircleAlert, TriangleAlert } from "lucide-react";
import { type ImportedJourney, problemMessage } from "#data";
import { Notice } from "#shell";
import { Skeleton } from "#ui/skeleton";

type Check = {
  readonly data: ImportedJourney | undefined;
  readonly error: unknown;
};

/** What was found in the file, and everything that is wrong with it, each with its place. */
export function ImportReport({ check: { data, error } }: { check: Check }) {
  if (error) return <Notice tone="destructive">{problemMessage(error)}</Notice>;
  if (!data) return <Skeleton className="h-16" />;
  const errors = data.problems.filter(({ severity }) => severity === "error").length;
  return (
    <section aria-label="What was found" className="grid gap-2" aria-live="polite">
      <p className="text-ui" data-import-format={data.format ?? ""}>
        {sentence(data, errors)}
      </p>
      {data.problems.length === 0 ? null : (
        <ul className="grid max-h-48 gap-1.5 overflow-y-auto rounded-md border p-2">
          {data.problems.map(({ severity, pointer, message }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
            <li key={index} className="flex items-start gap-2 text-ui">
              {severity === "error" ? (
                <CircleAlert className="mt-0.5 size-4 shrink-0 text-destructive" aria-label="Error" />
              ) : (
                <TriangleAlert className="mt-0.5 size-4 shrink-0 text-warning" aria-label="Warning" />
              )}
              <span className="min-w-0">
                {message} <code className="break-all text-muted-foreground text-xs">{pointer || "the whole file"}</code>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function sentence({ title, name, steps }: ImportedJourney, errors: number): string {
  if (title === null) return "The format is not known.";
  if (errors > 0)
    return `Format: ${title}. ${errors === 1 ? "One error prevents" : `${errors} errors prevent`} the import.`;
  return `Format: ${title}. It holds “${name ?? ""}” with ${steps === 1 ? "one node" : `${steps} nodes`}.`;
}

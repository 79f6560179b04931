import { ExternalLink, FileCode2 } from "lucide-react";
import { readOnlySentence } from "#dashboards";
import type { JourneySource } from "#data";
import { Button } from "#ui/button";

/** Why the canvas cannot be changed here, with the way to where it can. */
export function KeptAsCode({ source }: { source: JourneySource }) {
  const url = source.file?.url ?? null;
  return (
    <section
      aria-label="Kept as code"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b bg-primary-soft px-4 py-2 text-primary-ink text-ui"
    >
      <FileCode2 className="size-4 shrink-0" aria-hidden />
      <p className="min-w-0 flex-1">{readOnlySentence(source)}</p>
      {url === null ? null : (
        <Button asChild variant="outline" size="sm">
          <a href={url} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden /> Open the file
          </a>
        </Button>
      )}
    </section>
  );
}

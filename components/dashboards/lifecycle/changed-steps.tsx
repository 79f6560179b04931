import { countOf } from "#shell";
import type { CanvasChange } from "./compare-canvas.ts";

const KINDS = { added: "New", removed: "Removed", changed: "Changed" } as const;

/** The steps that the new version changes. */
export function ChangedSteps({ changes }: { changes: readonly CanvasChange[] }) {
  if (changes.length === 0)
    return <p className="text-muted-foreground text-ui">No step changed; only settings or the layout did.</p>;
  return (
    <section aria-label="Changed steps" className="grid gap-1.5">
      <h3 className="font-medium text-ui">{countOf(changes.length, "changed step")}</h3>
      <ul className="max-h-36 divide-y overflow-y-auto rounded-lg border">
        {changes.map((change) => (
          <li key={change.nodeId} className="flex items-center gap-3 px-3 py-1.5 text-ui">
            <span className="w-16 shrink-0 text-muted-foreground text-xs">{KINDS[change.kind]}</span>
            <span className="min-w-0 flex-1 truncate">{change.name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

"use client";
import { useQuery } from "@tanstack/react-query";
import { type JourneyDetail, savePending, useJourney, useStats, useVersionDocument, validateJourney } from "#data";
import { countOf, Notice, peopleCount } from "#shell";
import { Skeleton } from "#ui/skeleton";
import { type CanvasChange, compareCanvas } from "./compare-canvas.ts";
import { Question, type QuestionProps } from "./question.tsx";

/** Problems that block, what changed, and who stands on each step. */
export function PublishQuestion({ journey, busy, onConfirm }: QuestionProps) {
  const draft = useJourney(journey.id).data;
  const stats = useStats(journey.id).data;
  const validation = useQuery({
    queryKey: ["publish-check", journey.id],
    queryFn: () => savePending().then(() => validateJourney(journey.id)),
    gcTime: 0,
  });
  const published = useVersionDocument(journey.id, journey.publishedVersion?.id ?? null).data;
  const errors = (validation.data?.problems ?? []).filter((problem) => problem.severity === "error");
  const number = (journey.publishedVersion?.number ?? 0) + 1;
  const active = stats?.totals.active ?? journey._count.active;
  return (
    <Question
      title={number === 1 ? `Publish “${journey.name}”?` : `Publish version ${number} of “${journey.name}”?`}
      text={number === 1 ? "From now on people who meet its triggers enter it." : afterPublish(active, number)}
      confirm={number === 1 ? "Publish" : `Publish version ${number}`}
      blocked={!validation.data?.canPublish}
      busy={busy}
      onConfirm={onConfirm}
    >
      {validation.isPending ? <Skeleton className="h-10" /> : null}
      {errors.length > 0 ? (
        <Notice tone="destructive">
          <p className="font-medium">{countOf(errors.length, "problem")} to solve first:</p>
          <ul className="mt-1 list-disc pl-4">
            {errors.slice(0, 6).map((problem) => (
              <li key={`${problem.nodeId}${problem.field}${problem.code}${problem.message}`}>{problem.message}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {draft && published ? (
        <Changes changes={compareCanvas(published, draft)} waiting={waitingByNode(stats?.nodes)} />
      ) : null}
      {draft && number === 1 && errors.length === 0 ? <FirstTime draft={draft} /> : null}
    </Question>
  );
}

function afterPublish(active: number, number: number): string {
  if (active === 0) return `Nobody is inside. Whoever enters from now on walks version ${number}.`;
  const people = `${peopleCount(active)} inside ${active === 1 ? "stays" : "stay"} on the version they entered`;
  return `${people}; whoever enters from now on walks version ${number}.`;
}

function waitingByNode(nodes: { nodeId: string; waiting: number }[] | undefined): Map<string, number> {
  return new Map((nodes ?? []).map((node) => [node.nodeId, node.waiting]));
}

function FirstTime({ draft }: { draft: JourneyDetail }) {
  return (
    <p className="text-muted-foreground text-ui">
      {countOf(draft.nodes.length, "step")}
      {draft.audience ? `; everybody in the segment “${draft.audience.name}” enters.` : "."}
    </p>
  );
}

const KINDS = { added: "New", removed: "Gone", changed: "Changed" } as const;

function Changes({ changes, waiting }: { changes: CanvasChange[]; waiting: Map<string, number> }) {
  if (changes.length === 0)
    return <p className="text-muted-foreground text-ui">No step changed; only settings or the layout did.</p>;
  return (
    <section aria-label="Changed steps" className="grid gap-1.5">
      <h3 className="font-medium text-ui">{countOf(changes.length, "changed step")}</h3>
      <ul className="max-h-48 divide-y overflow-y-auto rounded-lg border">
        {changes.map((change) => {
          const people = waiting.get(change.nodeId) ?? 0;
          return (
            <li key={change.nodeId} className="flex items-center gap-3 px-3 py-1.5 text-ui">
              <span className="w-16 shrink-0 text-muted-foreground text-xs">{KINDS[change.kind]}</span>
              <span className="min-w-0 flex-1 truncate">{change.name}</span>
              <span className="tabular shrink-0 text-muted-foreground text-xs">
                {people > 0 ? `${peopleCount(people)} here` : "nobody here"}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

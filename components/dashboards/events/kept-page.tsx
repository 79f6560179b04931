"use client";
import { RotateCcw, ShieldCheck } from "lucide-react";
import { parseAsInteger, useQueryState } from "nuqs";
import { useState } from "react";
import { problemMessage, useCanEdit, useDiscardSignals, useKeptSignals, useReplaySignals } from "#data";
import { countOf, EmptyState, Notice, PageError, Pager } from "#shell";
import { Button } from "#ui/button";
import { Skeleton } from "#ui/skeleton";
import { toast } from "#ui/toaster";
import { DiscardQuestion } from "./discard-question.tsx";
import { KeptList } from "./kept-list.tsx";

/** Signals that were accepted and could not be processed: they have no effect until they are replayed. */
export function KeptPage() {
  const [page, setPage] = useQueryState("keptPage", parseAsInteger.withDefault(1));
  const [discarding, setDiscarding] = useState<string | null>(null);
  const canEdit = useCanEdit();
  const kept = useKeptSignals({ page, limit: 25 });
  const replay = useReplaySignals();
  const discard = useDiscardSignals();
  const rows = kept.data?.data;
  const onError = (error: Error) => toast.error(problemMessage(error));
  const replayThese = (ids: readonly string[] | null) =>
    replay.mutate(ids, {
      onSuccess: ({ replayed, superseded }) => {
        const older =
          superseded.length > 0
            ? ` ${countOf(superseded.length, "older change")} skipped because newer ones exist.`
            : "";
        toast.success(`${countOf(replayed, "signal")} replayed.${older} Signals that fail again return to this list.`);
      },
      onError,
    });
  const discardIt = (id: string) => discard.mutate([id], { onSuccess: () => setDiscarding(null), onError });
  if (!canEdit) return <Notice tone="neutral">Only editors and owners can see these signals.</Notice>;
  return (
    <div className="grid gap-4">
      {rows && rows.length > 0 ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="max-w-prose text-pretty text-muted-foreground text-ui">
            These signals were accepted but could not be processed. Fix the cause, then replay them. They are kept for
            90 days.
          </p>
          <Button variant="outline" busy={replay.isPending} onClick={() => replayThese(null)}>
            {replay.isPending ? null : <RotateCcw aria-hidden />}
            Replay all
          </Button>
        </div>
      ) : null}
      {kept.error ? <PageError error={kept.error} onRetry={kept.refetch} /> : null}
      {!rows && !kept.error ? <Skeleton className="h-72" /> : null}
      {rows && rows.length > 0 ? (
        <KeptList rows={rows} busy={replay.isPending} onReplay={(id) => replayThese([id])} onDiscard={setDiscarding} />
      ) : null}
      {rows?.length === 0 ? (
        <EmptyState
          icon={ShieldCheck}
          title="No failed signals"
          text="All accepted signals were processed. Signals that cannot be processed are listed here with the reason, and can be replayed."
        />
      ) : null}
      <Pager meta={kept.data?.meta} noun={["signal", "signals"]} onPage={setPage} />
      <DiscardQuestion
        id={discarding}
        busy={discard.isPending}
        onKeep={() => setDiscarding(null)}
        onDiscard={discardIt}
      />
    </div>
  );
}

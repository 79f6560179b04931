"use client";
import type { EnrollmentDetail } from "#data";
import { Ago, Moment } from "#shell";
import { NodeIcon } from "./node-icon.tsx";
import type { TimelineStep } from "./steps.ts";

/** The current step of an active person and what they wait for. */
export function WaitingHere({ enrollment, steps }: { enrollment: EnrollmentDetail; steps: TimelineStep[] }) {
  const node = steps.at(-1)?.node;
  if (!node) return null;
  const { wakeAt } = enrollment;
  return (
    <section
      aria-label="Now"
      className="flex items-center gap-3 rounded-lg border border-primary/30 bg-primary-soft px-4 py-3 text-primary-ink"
    >
      <NodeIcon type={node.type} className="size-5 shrink-0" />
      <p className="min-w-0 text-ui">
        Now at <strong className="font-semibold">{node.name}</strong>
        {wakeAt ? (
          <>
            , until <Moment at={wakeAt} /> at the latest (<Ago at={wakeAt} />)
          </>
        ) : (
          ", until something happens"
        )}
        .
      </p>
    </section>
  );
}

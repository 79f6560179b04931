"use client";

import type { JourneyNode } from "#journey";
import { OptionalDurationRow } from "../forms/duration-row.tsx";
import { MomentsForPerson } from "../forms/moments/for-person.tsx";
import { WaitTarget } from "../forms/wait/wait-target.tsx";
import { WindowRows } from "../forms/wait/window-rows.tsx";
import { ZoneRow } from "../forms/zone-row.tsx";

export function WaitForm({ node }: { node: JourneyNode }) {
  const hasDate = typeof node.config.until === "object" && node.config.until !== null && "trait" in node.config.until;
  return (
    <>
      <WaitTarget />
      <WindowRows />
      <ZoneRow name="zone" />
      {hasDate || node.config.timeout !== undefined ? (
        <OptionalDurationRow
          name="timeout"
          label="Give up after a while"
          initial="30d"
          hint="For people whose date never comes. They leave by “Timed out”."
        />
      ) : null}
      <MomentsForPerson type="WAIT" />
    </>
  );
}

import { expect, test } from "vitest";
import type { AdvanceInput } from "../advance-input.ts";
import { nothing } from "../nothing.ts";
import { START } from "../testing/build.ts";
import { absorb, emptyReport } from "./absorb.ts";
import { newPersonRecord } from "./person-record.ts";

test("a call of advance that catches up with a loop may return more rows than a function takes as arguments", () => {
  const box = newPersonRecord("anna", START, {});
  const report = emptyReport();
  const alert = { code: "depth_limit" as const, journeyId: null, enrollmentId: null, at: START, detail: {} };
  const change = { at: START, source: "api", patch: {}, before: {} };
  const event = { id: "e", name: "app.loop", properties: {}, timestamp: START, receivedAt: START } as const;

  absorb(report, box, { signals: [] as AdvanceInput["signals"] } as AdvanceInput, {
    ...nothing(box.person),
    emitted: Array(250_000).fill(event),
    changes: Array(250_000).fill(change),
    alerts: Array(250_000).fill(alert),
  });

  expect([box.events.length, report.changes.length, report.alerts.length]).toEqual([250_000, 250_000, 250_000]);
});

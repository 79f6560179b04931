import { config } from "#config";
import type { Database } from "#db";
import { iso } from "#services";
import {
  type AuditScope,
  countSignals,
  inAuditSnapshot,
  NAMED,
  ROUNDS,
  type Scope,
  type StoredState,
  sortEnrollments,
} from "#store/audit";
import { DAY_MS } from "#times";
import { checkConversions } from "./check-conversions.ts";
import { checkDeliveries } from "./check-deliveries.ts";
import { checkHistory } from "./check-history.ts";
import { checkInbox } from "./check-inbox.ts";
import { checkOffers } from "./check-offers.ts";
import { checkOwners } from "./check-owners.ts";
import { checkQueued } from "./check-queued.ts";
import { checkSignals } from "./check-signals.ts";
import { checkTotals } from "./check-totals.ts";
import { checkTwins } from "./check-twins.ts";
import { checkUnsent } from "./check-unsent.ts";
import { checkVisits } from "./check-visits.ts";
import { FINDING_TEXTS } from "./finding-texts.ts";
import type { Accounted, Audit, Finding } from "./schema.ts";

/** Audits a scope in one snapshot; at most 100 findings of a kind are listed, the rest are counted. */
export function runAudit(database: Database, scope: Scope, at?: Date): Promise<Audit> {
  const days = config().keepDays.history;
  const keepHistoryMs = days === null ? null : days * DAY_MS;
  return inAuditSnapshot(database, scope, { at, keepHistoryMs }, async (audit) => {
    const categories = new Map<string, StoredState>();
    const findings: Finding[] = [];
    for (const shards of ROUNDS) {
      for (const found of await sortEnrollments(audit, shards))
        categories.set(found.state, joined(categories.get(found.state), found));
      for (const check of [checkTwins, checkOwners, checkHistory]) findings.push(...(await check(audit, shards)));
    }
    for (const found of categories.values()) findings.push(...findingsOf(found));
    findings.push(...(await checkWhole(audit)));
    return {
      checkedAt: iso(audit.now),
      enrollments: [...categories.values()].reduce(
        (sum, { state, enrollments }) => sum + (NO_ENROLLMENTS.has(state) ? 0 : enrollments),
        0,
      ),
      accounted: accountedOf(categories),
      signals: await countSignals(audit),
      findings,
    };
  });
}

const NO_ENROLLMENTS: ReadonlySet<string> = new Set(["position_without_enrollment"]);

async function checkWhole(audit: AuditScope): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const check of [
    checkVisits,
    checkTotals,
    checkConversions,
    checkOffers,
    checkDeliveries,
    checkUnsent,
    checkQueued,
    checkInbox,
    checkSignals,
  ])
    found.push(...(await check(audit)));
  return found;
}

function joined(before: StoredState | undefined, more: StoredState): StoredState {
  if (!before) return more;
  return {
    ...more,
    enrollments: before.enrollments + more.enrollments,
    examples: [...before.examples, ...more.examples].slice(0, NAMED),
  };
}

function accountedOf(categories: ReadonlyMap<string, StoredState>): Accounted {
  const of = (state: string) => categories.get(state)?.enrollments ?? 0;
  return {
    completed: of("completed"),
    stopped: of("stopped"),
    failed: of("failed"),
    archived: of("archived"),
    waitingForTime: of("waitingForTime"),
    waitingForEvent: of("waitingForEvent"),
    held: of("held"),
    due: of("due"),
  };
}

function findingsOf({ state, enrollments, examples }: StoredState): Finding[] {
  const text = FINDING_TEXTS[state];
  if (!text) return [];
  const named = examples.map((example) => ({
    code: state,
    journeyId: example.journeyId,
    enrollmentId: example.enrollmentId,
    text: text(example),
  }));
  const rest = enrollments - named.length;
  if (rest <= 0) return named;
  return [
    ...named,
    { code: state, journeyId: null, enrollmentId: null, text: `And ${rest} more enrollments like these.` },
  ];
}

"use client";
import { ClipboardCheck } from "lucide-react";
import { parseAsInteger, parseAsStringLiteral, useQueryStates } from "nuqs";
import { type Plan, usePlans } from "#data";
import { EmptyState, Page, PageError, Pager } from "#shell";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { Skeleton } from "#ui/skeleton";
import { PlanCard } from "./plan-card.tsx";
import { PLAN_WORDS } from "./words.ts";

const STATUSES = ["pending", "approved", "rejected", "void"] as const;

/** What agents and colleagues ask to publish, for a person to decide. */
export function PlansPage() {
  const [{ page, status }, setFilters] = useQueryStates({
    page: parseAsInteger.withDefault(1),
    status: parseAsStringLiteral(STATUSES),
  });
  const plans = usePlans({ page, status, limit: 10 });
  const rows: Plan[] | undefined = plans.data?.data;
  return (
    <Page
      title="Plans"
      description="Drafts that an agent or a colleague wants to publish. Approving publishes at once; until then nobody is affected."
    >
      <Select
        value={status ?? "all"}
        onValueChange={(next) => setFilters({ status: STATUSES.find((one) => one === next) ?? null, page: null })}
      >
        <SelectTrigger aria-label="Status" className="w-40">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value="all">All plans</SelectItem>
          {STATUSES.map((one) => (
            <SelectItem key={one} value={one}>
              {PLAN_WORDS[one].label}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
      {plans.error ? <PageError error={plans.error} onRetry={plans.refetch} /> : null}
      {!rows && !plans.error ? <Skeleton className="h-64" /> : null}
      {rows?.length === 0 ? (
        <EmptyState
          icon={ClipboardCheck}
          title="No plans here"
          text="An agent with a key of the scope draft hands in plans; they appear here for a person to decide."
        />
      ) : null}
      <ul className="grid gap-4">
        {rows?.map((plan) => (
          <li key={plan.id}>
            <PlanCard plan={plan} />
          </li>
        ))}
      </ul>
      <Pager meta={plans.data?.meta} noun={["plan", "plans"]} onPage={(next) => setFilters({ page: next })} />
    </Page>
  );
}

"use client";
import { BrainCircuit, Plus, Tag } from "lucide-react";
import { parseAsBoolean, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import type { ReactNode } from "react";
import { useCanEdit, useDecisionFlows, useOffers } from "#data";
import { EmptyState, loadedOnUse, Page, PageError, Pager, SearchInput } from "#shell";
import { Button } from "#ui/button";
import { Skeleton } from "#ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#ui/tabs";
import { FlowsTable } from "./flows-table.tsx";
import { OffersTable } from "./offers-table.tsx";

const FlowDialog = loadedOnUse(
  async () => (await import("./flow-dialog.tsx")).FlowDialog,
  ({ open }) => open,
);
const OfferDialog = loadedOnUse(
  async () => (await import("./offer-dialog.tsx")).OfferDialog,
  ({ open }) => open,
);

const TABS = ["flows", "offers"] as const;

function useFilters() {
  return useQueryStates({
    tab: parseAsStringLiteral(TABS).withDefault("flows"),
    page: parseAsInteger.withDefault(1),
    search: parseAsString.withDefault(""),
    archived: parseAsBoolean.withDefault(false),
    new: parseAsBoolean.withDefault(false),
  });
}

export function DecisionsPage() {
  const [{ tab, search, archived, new: creating }, setFilters] = useFilters();
  const canEdit = useCanEdit();
  const create = canEdit ? (
    <Button onClick={() => setFilters({ new: true })}>
      <Plus aria-hidden /> {tab === "flows" ? "New decision flow" : "New offer"}
    </Button>
  ) : null;
  return (
    <Page
      title="Decisions"
      description="Offers, and the flows that pick the best one for each person in a journey."
      actions={create}
    >
      <Tabs value={tab} onValueChange={(next) => setFilters({ tab: next === "offers" ? next : null, page: null })}>
        <TabsList aria-label="Decisions">
          <TabsTrigger value="flows">Decision flows</TabsTrigger>
          <TabsTrigger value="offers">Offers</TabsTrigger>
        </TabsList>
        <div className="flex flex-wrap items-center gap-2">
          <SearchInput
            label="Search by name or key"
            value={search}
            onSearch={(text) => setFilters({ search: text || null, page: null })}
          />
          <Button
            variant="outline"
            aria-pressed={archived}
            onClick={() => setFilters({ archived: archived ? null : true, page: null })}
          >
            {archived ? "Show active" : "Show archived"}
          </Button>
        </div>
        <TabsContent value="flows">
          <Flows create={create} />
        </TabsContent>
        <TabsContent value="offers">
          <Offers create={create} />
        </TabsContent>
      </Tabs>
      <FlowDialog open={creating && tab === "flows"} onOpenChange={(open) => setFilters({ new: open || null })} />
      <OfferDialog open={creating && tab === "offers"} onOpenChange={(open) => setFilters({ new: open || null })} />
    </Page>
  );
}

function Flows({ create }: { create: ReactNode }) {
  const [{ page, search, archived }, setFilters] = useFilters();
  const flows = useDecisionFlows({ page, limit: 25, search, archived: archived ? "true" : "false" });
  const rows = flows.data?.data;
  if (flows.error) return <PageError error={flows.error} onRetry={flows.refetch} />;
  if (!rows) return <Skeleton className="h-64" />;
  if (rows.length === 0)
    return (
      <EmptyState
        icon={BrainCircuit}
        title={search || archived ? "No decision flow matches" : "No decision flows yet"}
        text="A decision flow filters and scores offers, and gives each person the best one. Journeys use it in a Decide step."
        action={search || archived ? null : create}
      />
    );
  return (
    <div className="grid gap-3">
      <FlowsTable flows={rows} />
      <Pager meta={flows.data?.meta} noun={["flow", "flows"]} onPage={(next) => setFilters({ page: next })} />
    </div>
  );
}

function Offers({ create }: { create: ReactNode }) {
  const [{ page, search, archived }, setFilters] = useFilters();
  const offers = useOffers({ page, limit: 25, search, archived: archived ? "true" : "false" });
  const rows = offers.data?.data;
  if (offers.error) return <PageError error={offers.error} onRetry={offers.refetch} />;
  if (!rows) return <Skeleton className="h-64" />;
  if (rows.length === 0)
    return (
      <EmptyState
        icon={Tag}
        title={search || archived ? "No offer matches" : "No offers yet"}
        text="An offer has a creative, a time in which it is open, rules for who may get it, and a score."
        action={search || archived ? null : create}
      />
    );
  return (
    <div className="grid gap-3">
      <OffersTable offers={rows} />
      <Pager meta={offers.data?.meta} noun={["offer", "offers"]} onPage={(next) => setFilters({ page: next })} />
    </div>
  );
}

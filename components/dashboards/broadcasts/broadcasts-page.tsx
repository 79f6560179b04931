"use client";
import { Plus, RadioTower } from "lucide-react";
import { useRouter } from "next/navigation";
import { parseAsBoolean, parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { useBroadcasts, useCanEdit } from "#data";
import { EmptyState, loadedOnUse, Page, PageError, Pager, SearchInput } from "#shell";
import { Button } from "#ui/button";
import { Skeleton } from "#ui/skeleton";
import { BroadcastsTable } from "./broadcasts-table.tsx";

const NewBroadcastDialog = loadedOnUse(
  async () => (await import("./new-broadcast-dialog.tsx")).NewBroadcastDialog,
  ({ open }) => open,
);

export function BroadcastsPage() {
  const [{ page, search, new: creating }, setFilters] = useQueryStates({
    page: parseAsInteger.withDefault(1),
    search: parseAsString.withDefault(""),
    new: parseAsBoolean.withDefault(false),
  });
  const router = useRouter();
  const canEdit = useCanEdit();
  const broadcasts = useBroadcasts({ page, limit: 25, search });
  const rows = broadcasts.data?.data;
  const create = canEdit ? (
    <Button onClick={() => setFilters({ new: true })}>
      <Plus aria-hidden /> New broadcast
    </Button>
  ) : null;
  return (
    <Page
      title="Broadcasts"
      description="One message to many people, once. Each is a journey of its own, so it is counted, paused and explained like all others."
      actions={create}
    >
      <SearchInput
        label="Search broadcasts"
        value={search}
        onSearch={(text) => setFilters({ search: text || null, page: null })}
      />
      {broadcasts.error ? <PageError error={broadcasts.error} onRetry={broadcasts.refetch} /> : null}
      {!rows && !broadcasts.error ? <Skeleton className="h-64" /> : null}
      {rows && rows.length > 0 ? <BroadcastsTable broadcasts={rows} /> : null}
      {rows?.length === 0 ? (
        <EmptyState
          icon={RadioTower}
          title={search ? "No broadcast matches" : "No broadcasts yet"}
          text={search ? "Try another word." : "Send a message to everyone, a segment or a list, now or at a time."}
          action={search ? null : create}
        />
      ) : null}
      <Pager
        meta={broadcasts.data?.meta}
        noun={["broadcast", "broadcasts"]}
        onPage={(next) => setFilters({ page: next })}
      />
      <NewBroadcastDialog
        open={creating}
        onOpenChange={(open) => setFilters({ new: open || null })}
        onCreated={({ id }) => router.push(`/broadcasts/${id}`)}
      />
    </Page>
  );
}

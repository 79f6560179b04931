"use client";
import { Inbox, Send } from "lucide-react";
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { type Delivery, everyRow, useDeliveries, useEveryJourney, useMe } from "#data";
import { CHANNEL_TYPES } from "#journey";
import { EmptyState, loadedOnUse, Page, PageError, Pager } from "#shell";
import { Skeleton } from "#ui/skeleton";
import { channelLabel } from "#words";
import { CsvButton } from "../csv/csv-button.tsx";
import { FilterSelect } from "../filter-select.tsx";
import { PersonPicker } from "../people/person-picker.tsx";
import { SavedViewsMenu } from "../saved-views/saved-views-menu.tsx";
import { DeliveriesTable } from "./deliveries-table.tsx";
import { MessageTiles } from "./message-tiles.tsx";
import { RetryAll } from "./retry-all.tsx";
import { BECAME_WORDS, DELIVERY_STATUSES, DELIVERY_WORDS } from "./words.ts";

const DeliverySheet = loadedOnUse(
  async () => (await import("./delivery-sheet.tsx")).DeliverySheet,
  ({ id }) => id !== null,
);

function useFilters() {
  return useQueryStates({
    page: parseAsInteger.withDefault(1),
    status: parseAsStringLiteral(DELIVERY_STATUSES),
    channel: parseAsString,
    became: parseAsString,
    journeyId: parseAsString,
    personId: parseAsString,
    delivery: parseAsString,
  });
}

export function DeliveriesPage() {
  const [filters, setFilters] = useFilters();
  const { delivery, ...query } = filters;
  const deliveries = useDeliveries({ ...query, limit: 25 });
  const journeys = useEveryJourney().data?.data ?? [];
  const rows = deliveries.data?.data;
  const journeyOptions = journeys.map(({ id, name }) => ({ value: id, label: name }));
  const channelOptions = CHANNEL_TYPES.map((value) => ({ value, label: channelLabel(value) }));
  const becameOptions = Object.entries(BECAME_WORDS).map(([value, label]) => ({ value, label }));
  const statusOptions = DELIVERY_STATUSES.map((value) => ({ value, label: DELIVERY_WORDS[value].label }));
  const set = (part: Partial<typeof filters>) => setFilters({ ...part, page: null });
  return (
    <Page title="Deliveries" description="All messages from journeys, with their status." actions={<SavedViewsMenu />}>
      <CaptureNote />
      <MessageTiles journeyId={filters.journeyId} />
      <div className="flex flex-wrap items-center gap-2">
        <FilterSelect
          label="Status"
          every="All statuses"
          value={filters.status}
          options={statusOptions}
          onChange={(next) => set({ status: DELIVERY_STATUSES.find((status) => status === next) ?? null })}
        />
        <FilterSelect
          label="Channel"
          every="All channels"
          value={filters.channel}
          options={channelOptions}
          onChange={(channel) => set({ channel })}
        />
        <FilterSelect
          label="Result"
          every="Any result"
          value={filters.became}
          options={becameOptions}
          onChange={(became) => set({ became })}
        />
        <FilterSelect
          label="Journey"
          every="All journeys"
          value={filters.journeyId}
          options={journeyOptions}
          onChange={(journeyId) => set({ journeyId })}
        />
        <PersonPicker label="Person" value={filters.personId} onChange={(personId) => set({ personId })} />
        <CsvButton
          name="deliveries"
          rows={() => everyRow<Delivery>("/api/deliveries", { ...query, page: null })}
          disabled={!rows || rows.length === 0}
        />
        {filters.status === "failed" && rows && rows.length > 0 ? (
          <RetryAll journeyId={filters.journeyId} channel={filters.channel} />
        ) : null}
      </div>
      {deliveries.error ? <PageError error={deliveries.error} onRetry={deliveries.refetch} /> : null}
      {!rows && !deliveries.error ? <Skeleton className="h-80" /> : null}
      {rows && rows.length > 0 ? (
        <DeliveriesTable deliveries={rows} onOpen={(id) => setFilters({ delivery: id })} />
      ) : null}
      {rows?.length === 0 ? (
        <EmptyState
          icon={Send}
          title="No deliveries here"
          text="Messages are listed here as soon as a journey sends them."
        />
      ) : null}
      <Pager meta={deliveries.data?.meta} noun={["delivery", "deliveries"]} onPage={(page) => setFilters({ page })} />
      <DeliverySheet id={delivery} onClose={() => setFilters({ delivery: null })} />
    </Page>
  );
}

/** Explains why no email arrives. */
function CaptureNote() {
  const { data: me } = useMe();
  if (me?.mail.mode !== "capture") return null;
  return (
    <aside aria-label="Capture" className="flex items-start gap-3 rounded-lg border bg-card px-4 py-3 shadow-raised">
      <Inbox aria-hidden className="mt-0.5 size-4 shrink-0 text-primary-ink" />
      <p className="text-ui leading-relaxed">
        <strong className="font-semibold">Test mode: emails are stored, not sent.</strong> No mail server is configured,
        so every email is rendered and kept here with the status Captured. Start Sojourn with{" "}
        <code className="rounded-sm bg-muted px-1 py-0.5 font-mono text-xs">SMTP_URL</code> to send for real.
      </p>
    </aside>
  );
}

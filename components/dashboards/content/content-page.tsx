"use client";
import { FileText, Plus, Waypoints } from "lucide-react";
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useCanEdit, useContents } from "#data";
import { EmptyState, Page, PageError, Pager, SearchInput } from "#shell";
import { Button } from "#ui/button";
import { Link } from "#ui/link";
import { Skeleton } from "#ui/skeleton";
import { contentLabel } from "#words";
import { FilterSelect } from "../filter-select.tsx";
import { ContentTable } from "./content-table.tsx";
import { NewContentDialog } from "./parts-on-use.tsx";
import { ITEM_TYPES, type ItemType } from "./words.ts";

export function ContentPage() {
  const [{ page, type, search, new: creating }, setFilters] = useQueryStates({
    page: parseAsInteger.withDefault(1),
    type: parseAsStringLiteral(ITEM_TYPES),
    search: parseAsString.withDefault(""),
    /** The type of the item to create while the dialog is open; the canvas links here with it. */
    new: parseAsStringLiteral(ITEM_TYPES),
  });
  const canEdit = useCanEdit();
  const content = useContents({ page, limit: 25, type, search });
  const rows = content.data?.data;
  const create = canEdit ? (
    <Button onClick={() => setFilters({ new: "email" })}>
      <Plus aria-hidden /> New content
    </Button>
  ) : null;
  return (
    <Page
      title="Content"
      description={
        <>
          What journeys send and show.{" "}
          <Link
            href="/journeys"
            className="inline-flex items-center gap-1 rounded-sm text-primary-ink underline underline-offset-4"
          >
            <Waypoints aria-hidden className="size-3.5" /> Go to Journeys
          </Link>
        </>
      }
      actions={create}
    >
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput
          label="Search content"
          value={search}
          onSearch={(text) => setFilters({ search: text || null, page: null })}
        />
        <TypeFilter value={type} types={ITEM_TYPES} onChange={(next) => setFilters({ type: next, page: null })} />
      </div>
      {content.error ? <PageError error={content.error} onRetry={content.refetch} /> : null}
      {!rows && !content.error ? <Skeleton className="h-64" /> : null}
      {rows && rows.length > 0 ? <ContentTable content={rows} /> : null}
      {rows?.length === 0 ? <Nothing filtered={Boolean(type || search)} create={create} /> : null}
      <Pager meta={content.data?.meta} noun={["item", "items"]} onPage={(next) => setFilters({ page: next })} />
      <NewContentDialog type={creating} onClose={() => setFilters({ new: null })} />
    </Page>
  );
}

function Nothing({ filtered, create }: { filtered: boolean; create: React.ReactNode }) {
  if (filtered)
    return <EmptyState icon={FileText} title="No content matches" text="Try another type or another word." />;
  return (
    <EmptyState
      icon={FileText}
      title="No content yet"
      text="Write an email once and use it in any number of journeys. Variables insert the data of each person."
      action={create}
    />
  );
}

type TypeFilterProps = {
  value: ItemType | null;
  types: readonly ItemType[];
  onChange: (type: ItemType | null) => void;
};

function TypeFilter({ value, types, onChange }: TypeFilterProps) {
  return (
    <FilterSelect
      label="Type"
      every="All types"
      value={value}
      options={types.map((type) => ({ value: type, label: contentLabel(type) }))}
      onChange={(next) => onChange(types.find((type) => type === next) ?? null)}
    />
  );
}

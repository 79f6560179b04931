"use client";
import { Megaphone, Plus } from "lucide-react";
import { parseAsBoolean, parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { useCampaigns, useCanEdit } from "#data";
import { EmptyState, loadedOnUse, Page, PageError, Pager, SearchInput } from "#shell";
import { Button } from "#ui/button";
import { Skeleton } from "#ui/skeleton";
import { CampaignsTable } from "./campaigns-table.tsx";

const NewCampaignDialog = loadedOnUse(
  async () => (await import("./new-campaign-dialog.tsx")).NewCampaignDialog,
  ({ open }) => open,
);

export function CampaignsPage() {
  const [{ page, search, new: creating }, setFilters] = useQueryStates({
    page: parseAsInteger.withDefault(1),
    search: parseAsString.withDefault(""),
    new: parseAsBoolean.withDefault(false),
  });
  const canEdit = useCanEdit();
  const campaigns = useCampaigns({ page, limit: 25, search });
  const rows = campaigns.data?.data;
  const create = canEdit ? (
    <Button onClick={() => setFilters({ new: true })}>
      <Plus aria-hidden /> New campaign
    </Button>
  ) : null;
  return (
    <Page
      title="Campaigns"
      description="Occasions with a start: journeys can begin with them, and they can send a message of their own."
      actions={create}
    >
      <SearchInput
        label="Search campaigns"
        value={search}
        onSearch={(text) => setFilters({ search: text || null, page: null })}
      />
      {campaigns.error ? <PageError error={campaigns.error} onRetry={campaigns.refetch} /> : null}
      {!rows && !campaigns.error ? <Skeleton className="h-64" /> : null}
      {rows && rows.length > 0 ? <CampaignsTable campaigns={rows} /> : null}
      {rows?.length === 0 ? (
        <EmptyState
          icon={Megaphone}
          title={search ? "No campaign matches" : "No campaigns yet"}
          text={
            search ? "Try another word." : "A campaign is for everyone or a segment. A template is cloned by journeys."
          }
          action={search ? null : create}
        />
      ) : null}
      <Pager
        meta={campaigns.data?.meta}
        noun={["campaign", "campaigns"]}
        onPage={(next) => setFilters({ page: next })}
      />
      <NewCampaignDialog open={creating} onOpenChange={(open) => setFilters({ new: open || null })} />
    </Page>
  );
}

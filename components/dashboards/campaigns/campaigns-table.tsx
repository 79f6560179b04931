"use client";
import { type Campaign, problemMessage, useCanEdit, useMoveCampaign } from "#data";
import { Ago } from "#shell";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { toast } from "#ui/toaster";

const STATUS = {
  draft: { label: "Draft", variant: "outline" },
  active: { label: "Active", variant: "success" },
  ended: { label: "Ended", variant: "secondary" },
} as const;

export function CampaignsTable({ campaigns }: { campaigns: Campaign[] }) {
  return (
    <Table>
      <TableCaption>Campaigns, newest first</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHead>Name</TableHead>
          <TableHead>For</TableHead>
          <TableHead>Status</TableHead>
          <TableHead className="hidden md:table-cell">Key</TableHead>
          <TableHead className="hidden sm:table-cell">Starts</TableHead>
          <TableHead>
            <span className="sr-only">Actions</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {campaigns.map((campaign) => (
          <TableRow key={campaign.id}>
            <TableCell className="h-12 w-full max-w-0 truncate font-medium">{campaign.name}</TableCell>
            <TableCell className="whitespace-nowrap">{audienceOf(campaign)}</TableCell>
            <TableCell>
              {campaign.isTemplate ? (
                <Badge variant="outline">Template</Badge>
              ) : (
                <Badge variant={STATUS[campaign.status].variant}>{STATUS[campaign.status].label}</Badge>
              )}
            </TableCell>
            <TableCell className="hidden max-w-48 truncate font-mono text-muted-foreground text-xs md:table-cell">
              {campaign.key}
            </TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted-foreground sm:table-cell">
              <Starts campaign={campaign} />
            </TableCell>
            <TableCell className="text-right">
              <MoveButton campaign={campaign} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function audienceOf({ isTemplate, segmentId }: Campaign): string {
  if (isTemplate) return "One person each";
  return segmentId === null ? "Everyone" : "A segment";
}

function Starts({ campaign: { startedAt, startsAt } }: { campaign: Campaign }) {
  const at = startedAt ?? startsAt;
  return at === null ? <>By hand</> : <Ago at={at} />;
}

/** Starts a draft or ends an active campaign; a template does neither. */
function MoveButton({ campaign: { id, name, status, isTemplate } }: { campaign: Campaign }) {
  const canEdit = useCanEdit();
  const move = useMoveCampaign();
  if (!canEdit || isTemplate || status === "ended") return null;
  const verb = status === "draft" ? "start" : "end";
  const run = async () => {
    try {
      await move.mutateAsync({ id, move: verb });
      toast.success(verb === "start" ? `“${name}” has started.` : `“${name}” has ended.`);
    } catch (error) {
      toast.error(problemMessage(error));
    }
  };
  return (
    <Button variant="outline" size="sm" disabled={move.isPending} onClick={run} aria-label={`${LABELS[verb]} ${name}`}>
      {LABELS[verb]}
    </Button>
  );
}

const LABELS = { start: "Start", end: "End" } as const;

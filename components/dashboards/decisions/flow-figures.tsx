"use client";
import { BarChart3 } from "lucide-react";
import { type DecisionFlow, useFlowFigures } from "#data";
import { EmptyState, formatNumber, PageError } from "#shell";
import { Skeleton } from "#ui/skeleton";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";

const share = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${Math.round((part / whole) * 1_000) / 10} %`;
const percent = (rate: number | null): string => (rate === null ? "–" : `${Math.round(rate * 1_000) / 10} %`);

/** What happened with the offers of the flow. */
export function FlowFigures({ flow }: { flow: DecisionFlow }) {
  const figures = useFlowFigures(flow.id);
  const learns = flow.sampling !== "off";
  if (figures.error) return <PageError error={figures.error} onRetry={figures.refetch} />;
  if (!figures.data) return <Skeleton className="h-40" />;
  const { totals, offers } = figures.data;
  return (
    <section aria-labelledby="figures-title" className="grid gap-3">
      <h2 id="figures-title" className="font-semibold text-base">
        Figures
      </h2>
      {learns && totals.offered > 0 ? (
        <p className="text-muted-foreground text-ui">
          {share(totals.explored, totals.offered)} of the picks were made to learn, though another offer promised more.
        </p>
      ) : null}
      {offers.length === 0 ? (
        <EmptyState icon={BarChart3} title="No offers" text="Add offers to this flow to see what happens to them." />
      ) : (
        <Table>
          <TableCaption>Offers of this flow, the most offered first</TableCaption>
          <TableHeader>
            <TableRow>
              <TableHead>Offer</TableHead>
              {["Offered", "Impressions", "Clicks", "Conversions", "Rate"].map((name) => (
                <TableHead key={name} className="text-right">
                  {name}
                </TableHead>
              ))}
              {learns ? <TableHead className="text-right">Explored</TableHead> : null}
              {learns ? <TableHead className="text-right">Chance to be best</TableHead> : null}
            </TableRow>
          </TableHeader>
          <TableBody>
            {offers.map(({ id, name, figures: of, rate, chanceToBeBest }) => (
              <TableRow key={id}>
                <TableCell className="w-full min-w-40 whitespace-normal break-words font-medium">{name}</TableCell>
                {[of.offered, of.impressions, of.clicks, of.conversions].map((count, index) => (
                  <TableCell key={String(index)} className="text-right">
                    {formatNumber(count)}
                  </TableCell>
                ))}
                <TableCell className="text-right">{percent(rate)}</TableCell>
                {learns ? <TableCell className="text-right">{share(of.explored, of.offered)}</TableCell> : null}
                {learns ? <TableCell className="text-right">{percent(chanceToBeBest)}</TableCell> : null}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}

"use client";
import type { JsonObject } from "#journey";
import { Badge } from "#ui/badge";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { isObject } from "#values";
import { reasonWords, sayField, sayValue, sentence } from "#words";

/** The offers that a receipt lists: the picked ones first, then the others with the reason. */
export function ReceiptList({ receipt }: { receipt: JsonObject }) {
  const { decision } = receipt;
  if (!isObject(decision) || !Array.isArray(decision.offers) || decision.offers.length === 0) return null;
  const offers = decision.offers.filter(isObject);
  const hidden = Number(decision.considered ?? offers.length) - offers.length;
  return (
    <>
      <Table>
        <TableCaption>Offers that were considered</TableCaption>
        <TableHeader>
          <TableRow>
            <TableHead>Offer</TableHead>
            <TableHead className="text-right">Score</TableHead>
            <TableHead>Result</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {offers.map((offer) => (
            <TableRow key={String(offer.offer)}>
              <TableCell className="max-w-60 truncate font-medium">{String(offer.name ?? offer.offer)}</TableCell>
              <TableCell className="whitespace-nowrap text-right">
                {typeof offer.score === "number" ? offer.score : "–"}
                {typeof offer.drawn === "number" ? (
                  <span className="block text-muted-foreground text-xs">rate {percent(offer.drawn)}</span>
                ) : null}
              </TableCell>
              <TableCell>
                <Result offer={offer} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {hidden > 0 ? <p className="text-muted-foreground text-xs">{hidden} more were considered.</p> : null}
    </>
  );
}

const percent = (share: number): string => `${Math.round(share * 1_000) / 10} %`;

function Result({ offer }: { offer: JsonObject }) {
  if (offer.picked === true)
    return (
      <span className="flex flex-wrap gap-1.5">
        <Badge>Picked</Badge>
        {offer.explored === true ? <Badge variant="outline">To learn</Badge> : null}
      </span>
    );
  if (typeof offer.why !== "string") return <span className="text-muted-foreground">A lower score.</span>;
  const seen = isObject(offer.seen)
    ? Object.entries(offer.seen).map(([path, value]) => `${sayField(path)} is ${sayValue(value)}`)
    : [];
  const errors = Array.isArray(offer.errors) ? offer.errors.map(String) : [];
  return (
    <span className="grid">
      {sentence(reasonWords(offer.why))}
      {[...seen, ...errors].map((line) => (
        <span key={line} className="text-muted-foreground text-xs">
          {line}
        </span>
      ))}
    </span>
  );
}

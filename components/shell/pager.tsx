"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Meta } from "#data";
import { Button } from "#ui/button";
import { formatCompact, formatNumber } from "./format.ts";

export function Pager({
  meta,
  noun,
  onPage,
}: {
  meta: Meta | undefined;
  noun: [one: string, many: string];
  onPage: (page: number) => void;
}) {
  if (!meta || meta.total === 0) return null;
  const first = (meta.page - 1) * meta.limit + 1;
  const last = Math.min(meta.page * meta.limit, meta.total);
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-3 text-muted-foreground text-xs">
      <p className="tabular">
        {meta.totalPages > 1 ? `${formatNumber(first)}–${formatNumber(last)} of ` : ""}
        {meta.isAbout ? `about ${formatCompact(meta.total)}` : formatNumber(meta.total)}{" "}
        {meta.total === 1 ? noun[0] : noun[1]}
      </p>
      {meta.totalPages > 1 ? (
        <div className="flex items-center gap-1.5">
          <Button
            variant="outline"
            size="icon-sm"
            aria-label="Previous page"
            disabled={meta.page <= 1}
            onClick={() => onPage(meta.page - 1)}
          >
            <ChevronLeft />
          </Button>
          <span className="tabular px-1">
            Page {formatNumber(meta.page)} of {meta.isAbout ? "about " : ""}
            {formatNumber(meta.totalPages)}
          </span>
          <Button
            variant="outline"
            size="icon-sm"
            aria-label="Next page"
            disabled={meta.page >= meta.totalPages}
            onClick={() => onPage(meta.page + 1)}
          >
            <ChevronRight />
          </Button>
        </div>
      ) : null}
    </nav>
  );
}

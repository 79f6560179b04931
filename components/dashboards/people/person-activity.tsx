"use client";
import { Activity, Send, Waypoints } from "lucide-react";
import { useState } from "react";
import { type Enrollment, usePersonDeliveries, usePersonEnrollments, usePersonEvents } from "#data";
import { Ago, EmptyState, PageError, Pager } from "#shell";
import { Link } from "#ui/link";
import { Skeleton } from "#ui/skeleton";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { exitWords } from "#words";
import { DeliveryChip } from "../deliveries/delivery-chip.tsx";
import { EnrollmentBadge } from "../enrollments/status.tsx";
import { EventList } from "../events/event-list.tsx";

type PartProps = { personId: string };
const LIMIT = 20;

export function PersonEvents({ personId }: PartProps) {
  const [page, setPage] = useState(1);
  const { data, error, refetch } = usePersonEvents(personId, { page, limit: LIMIT });
  if (error) return <PageError error={error} onRetry={refetch} />;
  if (!data) return <Skeleton className="h-64" />;
  if (data.data.length === 0)
    return <EmptyState icon={Activity} title="No events" text="No event of this person has arrived yet." />;
  return (
    <div className="grid grid-cols-1 gap-3">
      <EventList events={data.data} />
      <Pager meta={data.meta} noun={["event", "events"]} onPage={setPage} />
    </div>
  );
}

export function PersonEnrollments({ personId }: PartProps) {
  const [page, setPage] = useState(1);
  const { data, error, refetch } = usePersonEnrollments(personId, { page, limit: LIMIT });
  if (error) return <PageError error={error} onRetry={refetch} />;
  if (!data) return <Skeleton className="h-64" />;
  if (data.data.length === 0)
    return <EmptyState icon={Waypoints} title="In no journey" text="This person has not entered any journey." />;
  return (
    <div className="grid grid-cols-1 gap-3">
      <Table>
        <TableCaption>Journeys this person entered, newest first</TableCaption>
        <TableHeader>
          <TableRow>
            <TableHead>Journey</TableHead>
            <TableHead>Status</TableHead>
            <TableHead className="hidden sm:table-cell">Entered</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {data.data.map((enrollment) => (
            <EnrollmentRow key={enrollment.id} enrollment={enrollment} />
          ))}
        </TableBody>
      </Table>
      <Pager meta={data.meta} noun={["enrollment", "enrollments"]} onPage={setPage} />
    </div>
  );
}

function EnrollmentRow({ enrollment }: { enrollment: Enrollment }) {
  return (
    <TableRow className="relative">
      <TableCell className="w-full max-w-0">
        <Link
          href={`/journeys/${enrollment.journeyId}/enrollments/${enrollment.id}`}
          className="block truncate rounded-sm font-medium after:absolute after:inset-0 after:content-['']"
        >
          {enrollment.journeyName}
        </Link>
        {enrollment.exitReason ? (
          <p className="truncate text-muted-foreground text-xs">{exitWords(enrollment.exitReason)}</p>
        ) : null}
      </TableCell>
      <TableCell>
        <EnrollmentBadge status={enrollment.status} exitReason={enrollment.exitReason} />
      </TableCell>
      <TableCell className="hidden whitespace-nowrap text-muted-foreground sm:table-cell">
        <Ago at={enrollment.enrolledAt} />
      </TableCell>
    </TableRow>
  );
}

export function PersonDeliveries({ personId }: PartProps) {
  const [page, setPage] = useState(1);
  const { data, error, refetch } = usePersonDeliveries(personId, { page, limit: LIMIT });
  if (error) return <PageError error={error} onRetry={refetch} />;
  if (!data) return <Skeleton className="h-64" />;
  if (data.data.length === 0)
    return <EmptyState icon={Send} title="Nothing sent" text="No journey has sent this person anything yet." />;
  return (
    <div className="grid grid-cols-1 gap-3">
      <ul className="grid grid-cols-1 gap-2">
        {data.data.map((delivery) => (
          <li key={delivery.id} className="grid gap-1">
            <DeliveryChip delivery={delivery} />
          </li>
        ))}
      </ul>
      <Pager meta={data.meta} noun={["delivery", "deliveries"]} onPage={setPage} />
    </div>
  );
}

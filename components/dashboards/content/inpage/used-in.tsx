"use client";
import { useContentUses } from "#data";
import { Link } from "#ui/link";

/** The journeys that show an item, with the versions in which they do. */
export function UsedIn({ contentId }: { contentId: string }) {
  const uses = useContentUses(contentId, true).data?.filter(({ kind }) => kind === "journey");
  if (!uses) return null;
  return (
    <section aria-label="Where it is used" className="grid gap-1 text-xs">
      <p className="font-medium text-ui">Where it is used</p>
      {uses.length === 0 ? <p className="text-muted-foreground">No journey shows it yet.</p> : null}
      <ul className="grid gap-1">
        {uses.map(({ id, name, detail }) => (
          <li key={id} className="flex min-w-0 items-baseline gap-2">
            <Link href={`/journeys/${id}`} className="truncate text-primary-ink underline-offset-4 hover:underline">
              {name}
            </Link>
            <span className="shrink-0 text-muted-foreground">{detail}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

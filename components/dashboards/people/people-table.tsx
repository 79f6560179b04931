"use client";
import { type Person, personHint, personLabel } from "#data";
import { Ago } from "#shell";
import { Badge } from "#ui/badge";
import { Checkbox } from "#ui/checkbox";
import { Link } from "#ui/link";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import type { Selection } from "./bulk/use-selection.ts";

const SHOWN_TAGS = 3;

type PeopleTableProps = {
  people: Person[];
  onTag?: (tag: string) => void;
  /** With it, people can be chosen. */
  selection?: Selection;
};

export function PeopleTable({ people, onTag, selection }: PeopleTableProps) {
  return (
    <Table>
      <TableCaption>People, newest first</TableCaption>
      <TableHeader>
        <TableRow>
          {selection ? <ChoosePage people={people} selection={selection} /> : null}
          <TableHead>Person</TableHead>
          <TableHead className="hidden lg:table-cell">Id</TableHead>
          <TableHead className="hidden sm:table-cell">Stage</TableHead>
          <TableHead className="hidden md:table-cell">Tags</TableHead>
          <TableHead className="hidden sm:table-cell">Last seen</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {people.map((person) => (
          <TableRow
            key={person.id}
            className="relative"
            {...(selection?.has(person.id) ? { "data-state": "selected" } : {})}
          >
            {selection ? (
              <TableCell className="w-10 pr-0">
                <Checkbox
                  className="relative z-1 block"
                  aria-label={`Select ${personLabel(person)}`}
                  checked={selection.has(person.id)}
                  disabled={selection.isAll}
                  onCheckedChange={() => selection.toggle(person)}
                />
              </TableCell>
            ) : null}
            <TableCell className="h-12 w-full max-w-0">
              <Link
                href={`/people/${person.id}`}
                className="block truncate rounded-sm font-medium after:absolute after:inset-0 after:content-['']"
              >
                {personLabel(person)}
              </Link>
              <p className="truncate text-muted-foreground text-xs">{personHint(person)}</p>
            </TableCell>
            <TableCell className="hidden max-w-48 truncate font-mono text-muted-foreground text-xs lg:table-cell">
              {person.externalId ?? person.anonymousId ?? "–"}
            </TableCell>
            <TableCell className="hidden text-muted-foreground sm:table-cell">{person.stage ?? "–"}</TableCell>
            <TableCell className="hidden md:table-cell">
              <Tags tags={person.tags} {...(onTag ? { onTag } : {})} />
            </TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted-foreground sm:table-cell">
              <Ago at={person.lastSeenAt ?? person.createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function ChoosePage({ people, selection }: { people: Person[]; selection: Selection }) {
  const chosen = people.filter(({ id }) => selection.has(id)).length;
  return (
    <TableHead className="w-10 pr-0">
      <Checkbox
        aria-label="Select everyone on this page"
        checked={chosen === people.length ? true : chosen > 0 ? "indeterminate" : false}
        onCheckedChange={() => (selection.isAll ? selection.clear() : selection.togglePage(people))}
      />
    </TableHead>
  );
}

function Tags({ tags, onTag }: { tags: string[]; onTag?: (tag: string) => void }) {
  return (
    <span className="flex flex-wrap gap-1">
      {tags.slice(0, SHOWN_TAGS).map((tag) =>
        onTag ? (
          <button
            key={tag}
            type="button"
            onClick={() => onTag(tag)}
            aria-label={`Only people with the tag ${tag}`}
            className="relative rounded-full"
          >
            <Badge className="hover:bg-accent">{tag}</Badge>
          </button>
        ) : (
          <Badge key={tag}>{tag}</Badge>
        ),
      )}
      {tags.length > SHOWN_TAGS ? <Badge variant="outline">+{tags.length - SHOWN_TAGS}</Badge> : null}
    </span>
  );
}

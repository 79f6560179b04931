"use client";
import type { ColumnTarget, PeopleImportPreview } from "#data";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { isObject } from "#values";

type Choice = { readonly key: string; readonly label: string; readonly target: ColumnTarget };

const CHOICES: readonly Choice[] = [
  { key: "userId", label: "User id", target: { to: "userId" } },
  { key: "anonymousId", label: "Anonymous id", target: { to: "anonymousId" } },
  { key: "trait text", label: "Trait, as text", target: { to: "trait" } },
  { key: "trait number", label: "Trait, as a number", target: { to: "trait", form: "number" } },
  { key: "trait boolean", label: "Trait, as yes or no", target: { to: "trait", form: "boolean" } },
  { key: "tags", label: "Tags", target: { to: "tags" } },
  { key: "stage", label: "Stage", target: { to: "stage" } },
  { key: "subscribed", label: "Subscribed", target: { to: "subscribed" } },
  { key: "unsubscribed", label: "Unsubscribed", target: { to: "unsubscribed" } },
  { key: "skip", label: "Skip", target: { to: "skip" } },
];

const keyOf = ({ to, form }: ColumnTarget): string => (to === "trait" ? `trait ${form ?? "text"}` : to);

/** What happens to each column, with its values in the first rows. */
export function ImportColumns({
  preview,
  onChange,
}: {
  preview: PeopleImportPreview;
  onChange: (name: string, target: ColumnTarget) => void;
}) {
  return (
    <Table>
      <TableHeader>
        <TableRow>
          <TableHead>Column</TableHead>
          <TableHead>Becomes</TableHead>
          <TableHead>First rows</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {preview.columns.map((column, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, and their order never changes
          <TableRow key={index}>
            <TableCell>{column.name || "(no name)"}</TableCell>
            <TableCell>
              {column.note ?? (
                <Select
                  value={keyOf(column)}
                  onValueChange={(key) =>
                    onChange(column.name, CHOICES.find((choice) => choice.key === key)?.target ?? { to: "skip" })
                  }
                >
                  <SelectTrigger aria-label={`${column.name} becomes`} className="w-48">
                    <SelectValue />
                  </SelectTrigger>
                  <SelectContent>
                    {CHOICES.map(({ key, label }) => (
                      <SelectItem key={key} value={key}>
                        {label}
                      </SelectItem>
                    ))}
                  </SelectContent>
                </Select>
              )}
            </TableCell>
            <TableCell className="text-muted-foreground">{valuesOf(preview, column).join(" · ")}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function valuesOf(
  { first }: PeopleImportPreview,
  { to, name, trait }: PeopleImportPreview["columns"][number],
): string[] {
  return first.slice(0, 3).flatMap((row) => {
    const { traits, addTags, unsubscribed } = row;
    const byTarget: Record<string, unknown> = {
      trait: isObject(traits) ? traits[trait ?? name] : undefined,
      tags: Array.isArray(addTags) ? addTags.join(", ") : undefined,
      subscribed: typeof unsubscribed === "boolean" ? !unsubscribed : undefined,
      unsubscribed,
    };
    const value = to in byTarget ? byTarget[to] : row[to];
    return value === undefined || value === null || value === "" ? [] : [String(value)];
  });
}

"use client";
import { useVersions } from "#data";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";

const ALL = "all";

type VersionFilterProps = { journeyId: string; value: number | null; onChange: (version: number | null) => void };

/** Which version people are on, or ended on; only where there is more than one. */
export function VersionFilter({ journeyId, value, onChange }: VersionFilterProps) {
  const versions = useVersions(journeyId).data ?? [];
  if (versions.length < 2 && value === null) return null;
  return (
    <Select
      value={value === null ? ALL : String(value)}
      onValueChange={(next) => onChange(next === ALL ? null : Number(next))}
    >
      <SelectTrigger aria-label="Version" className="w-36">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        <SelectItem value={ALL}>All versions</SelectItem>
        {versions.map(({ id, number }) => (
          <SelectItem key={id} value={String(number)}>
            Version {number}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}

import type { AuditEntry } from "#data";
import { actorWords } from "./action-words.ts";

type Change = { readonly from?: unknown; readonly to?: unknown };

/** The facts of an entry, and each changed field with its values before and after. */
export function EntryDetail({ entry }: { entry: AuditEntry }) {
  const { changes, ...rest } = entry.detail as { changes?: Record<string, Change> } & Record<string, unknown>;
  const facts: [string, string][] = [
    ["Who", actorWords(entry)],
    ["From", entry.address ?? "no network address"],
    ["Action", entry.action],
    ["Id", entry.subject.id],
    ...Object.entries(rest).map(([name, value]): [string, string] => [name, textOf(value)]),
  ];
  return (
    <div className="grid min-w-0 grid-cols-1 gap-3 py-1 text-ui">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted-foreground">{name}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
      {Object.entries(changes ?? {}).map(([field, change]) => (
        <div key={field} className="grid min-w-0 grid-cols-1 gap-1">
          <h3 className="font-medium text-ui">{field}</h3>
          {"from" in change || "to" in change ? (
            <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
              <Value title="Before" value={change.from} />
              <Value title="After" value={change.to} />
            </div>
          ) : (
            <p className="text-muted-foreground">Changed. Secrets are not kept in the log.</p>
          )}
        </div>
      ))}
    </div>
  );
}

function Value({ title, value }: { title: string; value: unknown }) {
  return (
    <div className="min-w-0 rounded-md border bg-card px-2.5 py-1.5">
      <p className="text-muted-foreground text-xs">{title}</p>
      <pre className="whitespace-pre-wrap break-all font-mono text-xs">{textOf(value)}</pre>
    </div>
  );
}

const textOf = (value: unknown): string =>
  typeof value === "string" ? value : value === null || value === undefined ? "–" : JSON.stringify(value, null, 1);

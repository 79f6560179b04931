import type { DocumentFinding } from "#inpage";
import { Notice } from "#shell";

type DocumentFindingsProps = {
  findings: readonly DocumentFinding[];
  /** Variables that nobody has. */
  unknown: readonly string[];
};

/** What publishing would refuse or warn of, each with its place. */
export function DocumentFindings({ findings, unknown }: DocumentFindingsProps) {
  const errors = findings.filter(({ level }) => level === "error");
  const warnings = findings.filter(({ level }) => level === "warning");
  return (
    <>
      {errors.length > 0 ? (
        <Notice tone="destructive">
          <List findings={errors} />
        </Notice>
      ) : null}
      {unknown.length > 0 ? (
        <Notice>
          Unknown here: <code className="break-all font-mono text-xs">{unknown.join(", ")}</code>. No person has them,
          and no step sets them, so nothing is printed.
        </Notice>
      ) : null}
      {warnings.length > 0 ? (
        <Notice tone="warning">
          <List findings={warnings} />
        </Notice>
      ) : null}
    </>
  );
}

function List({ findings }: { findings: readonly DocumentFinding[] }) {
  return (
    <ul className="grid gap-1">
      {findings.map(({ pointer, code, message }) => (
        <li key={`${pointer} ${code} ${message}`}>
          {pointer ? <code className="break-all font-mono text-xs">{pointer.slice(1)}: </code> : null}
          {message}.
        </li>
      ))}
    </ul>
  );
}

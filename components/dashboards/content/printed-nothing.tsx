import { Notice } from "#shell";

type PrintedNothingProps = { empty: readonly string[]; notFinite: readonly string[] };

/** Lists the empty variables of a preview, because the text itself does not show where they were. */
export function PrintedNothing({ empty, notFinite }: PrintedNothingProps) {
  if (empty.length === 0 && notFinite.length === 0) return null;
  return (
    <Notice>
      {empty.length > 0 ? <p>Empty for this person: {listed(empty)}.</p> : null}
      {notFinite.length > 0 ? <p>Not a number, so nothing is printed: {listed(notFinite)}.</p> : null}
    </Notice>
  );
}

function listed(names: readonly string[]) {
  return names.map((name, index) => (
    <span key={name}>
      {index > 0 ? ", " : null}
      <code className="break-all font-mono text-xs">{name}</code>
    </span>
  ));
}

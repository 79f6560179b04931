/** A direct dependency, with when its version and the newest one were published. */
export type Age = {
  readonly name: string;
  readonly version: string;
  readonly publishedAt: string | null;
  readonly newest: string;
  readonly newestAt: string | null;
};

type Known = { readonly time?: Readonly<Record<string, string>>; readonly "dist-tags"?: { readonly latest?: string } };

const DAY_MS = 86_400_000;

/**
 * Asks a registry about the direct dependencies, one after the other. `registry`: its address without a slash at the end.
 * A package that it does not know has no times.
 */
export async function readAges(
  registry: string,
  dependencies: readonly { readonly name: string; readonly version: string }[],
): Promise<Age[]> {
  const ages: Age[] = [];
  for (const { name, version } of dependencies) {
    const answer = await fetch(`${registry}/${name.replace("/", "%2f")}`);
    const { time = {}, "dist-tags": tags = {} } = answer.ok ? ((await answer.json()) as Known) : {};
    const newest = tags.latest ?? version;
    ages.push({ name, version, publishedAt: time[version] ?? null, newest, newestAt: time[newest] ?? null });
  }
  return ages;
}

/** What somebody should look at, `now` in ms: versions older than the newest by more than `days`, and ones that are nowhere. */
export function ageFindings(ages: readonly Age[], now: number, days: number): string[] {
  return ages.flatMap(({ name, version, publishedAt, newest, newestAt }) => {
    if (publishedAt === null) return [`${name} ${version}: the registry does not know this version`];
    const [own, other] = [Date.parse(publishedAt), Date.parse(newestAt ?? publishedAt)];
    const age = `${Math.floor((now - own) / DAY_MS)} days old`;
    if (version !== newest && other - own > days * DAY_MS)
      return [`${name} ${version}: ${age}; ${newest} came ${Math.floor((other - own) / DAY_MS)} days later`];
    if (version === newest && now - own > 3 * 365 * DAY_MS) return [`${name} ${version}: ${age}, and still the newest`];
    return [];
  });
}

import { type JourneyDraft, orderedSteps, type ReadContext } from "#dialects";
import { type Catalog, CONTENT_TYPES, type ContentType, isInPage } from "#journey";
import { type FieldError, invalid } from "#services";

/**
 * A journey in the words of this API as a draft. Steps that are not defined yet are fine in a draft. `before` is the
 * draft so far: what keeps its id stays, with all that steps cannot say.
 */
export function readSteps(
  foreign: unknown,
  catalog: Catalog,
  context: Pick<ReadContext, "seed" | "before">,
): JourneyDraft {
  const { journey, problems } = orderedSteps.read(foreign, { ...context, contentTypeOf: contentTypes(catalog) });
  if (journey !== null) return journey;
  const errors = problems.filter(({ severity }) => severity === "error");
  throw invalid(
    errors[0]?.message ?? "The journey is not valid.",
    errors.map(({ pointer, code, message }): FieldError => {
      return { pointer, field: pointer.slice(1).replaceAll("/", ".") || null, code, message };
    }),
  );
}

/**
 * A channel of the workspace says what it sends, except that inside a page the content does; so does it on channels that
 * are not known.
 */
function contentTypes({ content, ownChannels }: Catalog): NonNullable<ReadContext["contentTypeOf"]> {
  return (channelId, contentId) => {
    const type = content?.get(contentId ?? "")?.type;
    const known = isContentType(type) ? type : null;
    const kind = ownChannels?.get(channelId)?.kind;
    if (kind === "inapp" || channelId === "ch_inapp") return isInPage(known) ? known : "modal";
    if (kind !== undefined) return kind;
    return /^ch_(email|sms|push|webhook)$/.test(channelId) ? null : known;
  };
}

const isContentType = (type: unknown): type is ContentType => (CONTENT_TYPES as readonly unknown[]).includes(type);

import { checkTemplates, type MailFinding, type TemplateVerdict } from "#content";
import { checkDocument, type InPageType, sourcesOf, textsOf } from "#inpage";

/** Everything that is to be said about the document of content in pages, with its Liquid; pointers begin at the item. */
export async function documentFindings(
  type: InPageType,
  body: unknown,
  languages: readonly string[],
): Promise<MailFinding[]> {
  const structure = checkDocument(type, body, languages).map(({ level, pointer, message }) => ({
    ...{ pointer: `/body${pointer}`, severity: level, message, line: null },
  }));
  return [...structure, ...(await templateFindings(body))];
}

async function templateFindings(body: unknown): Promise<MailFinding[]> {
  const texts = textsOf(body).flatMap(({ pointer, text }) =>
    sourcesOf(text).map((source) => ({ pointer: `/body${pointer}`, source })),
  );
  const verdicts = await checkTemplates(texts.map(({ source }) => source));
  return texts.flatMap(({ pointer }, at) => findingOf(pointer, verdicts[at]));
}

function findingOf(pointer: string, verdict: TemplateVerdict): MailFinding[] {
  if (verdict === null) return [];
  if (verdict !== undefined) return [{ pointer, severity: "error", ...verdict }];
  const message = "This text could not be checked now: too many other tasks are running";
  return [{ pointer, severity: "warning", message, line: null }];
}

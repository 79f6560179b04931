import { log } from "#log";
import { type Page, type PublicRefusal, pageResponse, refusalPage } from "#public-pages";
import { ADDRESS_HEADER, addressGroup } from "#services/accounts";
import { textFault } from "#values";
import { languagesOf } from "./languages-of.ts";
import { RateLimiter } from "./rate-limiter.ts";
import { readBytes } from "./read-body.ts";

const FORM_BYTES = 64 * 1024;
const PER_MINUTE = 120;

type Form = { readonly token: string; readonly form: FormData; readonly request: Request };

/** What a page for people outside answers; null: the link leads nowhere. */
export type PublicPage = {
  readonly show: (token: string, request: Request) => Promise<Page | null>;
  readonly take: (input: Form) => Promise<Page | null>;
};

type Handler = (request: Request, context: { params: Promise<{ token: string }> }) => Promise<Response>;

/**
 * The handlers of a signed link: opening it shows a page and changes nothing, posting a form to it does. It needs no key
 * and no session, and has none, so a form of another site can do nothing that its sender could not.
 */
export function publicPage({ show, take }: PublicPage): { readonly GET: Handler; readonly POST: Handler } {
  const limiter = new RateLimiter();
  const answer = async (request: Request, token: string, make: () => Promise<Page | null>): Promise<Response> => {
    const refuse = (why: PublicRefusal, status: number) => pageResponse(refusalPage(why, languagesOf(request)), status);
    const caller = addressGroup(request.headers.get(ADDRESS_HEADER) ?? "");
    if (!limiter.take(caller, PER_MINUTE, performance.now()).allowed) return refuse("tooMany", 429);
    if (!/^[\w-]{1,255}$/.test(token)) return refuse("nothingHere", 404);
    try {
      const page = await make();
      return page === null ? refuse("nothingHere", 404) : pageResponse(page);
    } catch (error) {
      if (error instanceof BadForm) return refuse("badForm", 400);
      log.error("a page for people outside could not be answered", { error });
      return refuse("notNow", 503);
    }
  };
  return {
    GET: async (request, { params }) => {
      const { token } = await params;
      return await answer(request, token, () => show(token, request));
    },
    POST: async (request, { params }) => {
      const { token } = await params;
      return await answer(request, token, async () => await take({ token, form: await readForm(request), request }));
    },
  };
}

class BadForm extends Error {}

/** Mail programs send `multipart/form-data` or `application/x-www-form-urlencoded` (RFC 8058). */
async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  const bytes = await readBytes(request, FORM_BYTES).catch(() => {
    throw new BadForm();
  });
  if (bytes.length === 0) return new FormData();
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData().catch(() => {
    throw new BadForm();
  });
  for (const value of form.values()) if (typeof value !== "string" || textFault(value)) throw new BadForm();
  return form;
}

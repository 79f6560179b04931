import type { Hono } from "hono";
import { findUnstorable, HttpError, summarize } from "#http";
import { type Address, type Admission, type Admitted, type Bindings, keyOf } from "../admit.ts";
import { readBody } from "../read-body.ts";
import { type Headers, refuse, wrongMethod } from "../refuse.ts";
import { ContentCalls } from "./content-calls.ts";
import { previewFrame } from "./preview-frame.ts";
import { contextOf, SDK_ROUTES, type SdkOptions } from "./sdk-calls.ts";
import { SdkFiles } from "./sdk-files.ts";

type Mounted = SdkOptions & { readonly admission: Admission; readonly folder: string | null };

/** Adds the addresses under `/sdk`: the calls of pages and apps, and the browser client itself. */
export function mountSdk(app: Hono<Bindings>, { admission, folder, ...options }: Mounted): void {
  for (const route of SDK_ROUTES) {
    app.on(route.method, route.path, async ({ req, env }) => {
      let headers: Headers = {};
      try {
        const admitted = await admission.admit(req.raw, keyOf(req.raw, null), env.address);
        headers = admitted.headers;
        const body = await readBody(req.raw);
        const fault = findUnstorable(body);
        if (fault) throw new HttpError("unprocessable", summarize([fault]), [fault]);
        const call = { caller: admitted.caller, reference: req.param("id") ?? "", body };
        const data = await route.answer(options, call);
        return Response.json({ data }, { headers: { ...headers, "cache-control": "no-store" } });
      } catch (error) {
        return refuse(error, headers);
      }
    });
    if (!READ_TOO.has(route.path)) app.all(route.path, () => refuse(wrongMethod(route.method)));
  }
  const files = new SdkFiles(folder);
  mountContent(app, { admission, ...options }, files);
  app.get("/sdk/preview-frame", () => previewFrame(files));
  app.get("/sdk/:file{sojourn[.\\-\\w]*}", (context) => files.answer(context.req.path));
}

/** Addresses that pages read as well. */
const READ_TOO: ReadonlySet<string> = new Set(["/sdk/content", "/sdk/preview"]);

type Answer = (calls: ContentCalls, admitted: Admitted, request: Request, address: Address) => Promise<Response>;

/** What pages read: content for their visitor, and what they look for by themselves. */
function mountContent(app: Hono<Bindings>, options: Omit<Mounted, "folder">, files: SdkFiles): void {
  const calls = new ContentCalls();
  const read = (path: string, answer: Answer) => {
    app.get(path, async ({ req, env }) => {
      let headers: Headers = {};
      try {
        const admitted = await options.admission.admit(req.raw, keyOf(req.raw, null), env.address);
        headers = admitted.headers;
        const response = await answer(calls, admitted, req.raw, env.address);
        for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
        return response;
      } catch (error) {
        return refuse(error, headers);
      }
    });
    app.all(path, () => refuse(wrongMethod("GET")));
  };
  read("/sdk/content", (own, { caller }, request, address) =>
    own.content(contextOf(options, caller), caller, request, address),
  );
  read("/sdk/push", (own, { caller }, request) => own.push(contextOf(options, caller), request));
  read("/sdk/preview", (own, { caller }, request) => own.preview(contextOf(options, caller), caller, request));
  read("/sdk/rules", async (own, { caller }, request) =>
    own.rules(contextOf(options, caller), caller, request, await files.fileOf("content")),
  );
}

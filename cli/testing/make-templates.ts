import type { ApiFixture } from "#api/testing";

/** The e-mail templates that the document of source 000 names. */
export async function makeTemplates(api: ApiFixture): Promise<void> {
  for (const slug of ["welcome-email", "login-nudge"]) {
    const body = { type: "email", slug, name: slug, subject: "Hello", html: "<p>Hello</p>", text: "" };
    const { status } = await api.call("POST /api/content", { body });
    if (status !== 201) throw new Error(`the template ${slug} was answered with ${status}`);
  }
}

/** What the API answers to a request that has to succeed; for what a test needs to be there. */
export async function createdBy<Data>(path: string, body: unknown): Promise<Data> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  const { data, detail } = await answer.json();
  if (!answer.ok) throw new Error(`POST ${path} answered ${answer.status}: ${detail}`);
  return data;
}

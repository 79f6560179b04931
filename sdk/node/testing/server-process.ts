// `node server-process.ts <database address> <port>`: the API and the ingest door in a process of their own.

import { serveApi } from "#api/testing/serve";
import { openDatabase } from "#db";

const [url = "", port = "0"] = process.argv.slice(2);
const served = await serveApi(openDatabase(url), Number(port));
process.stdout.write(`${served.url}\n`);

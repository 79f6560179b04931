import { connect, migrate } from "#db";
import { startMailServer } from "../../lib/channels/testing/index.ts";
import { accounts } from "../../lib/runtime/testing/accounts.ts";
import { runChaos } from "../../lib/runtime/testing/chaos.ts";
import { startRestartable } from "../../lib/runtime/testing/restartable-server.ts";
import { show } from "../ground.ts";
import { printRow } from "../rounds.ts";
import { expectClean } from "./expect.ts";

/**
 * People move through email, wait and event while the oldest of three engine processes is killed repeatedly with `kill
 * -9`. A person counts as lost who has not completed, or completed without exactly one message.
 */
export async function kills(people: number, times: number): Promise<void> {
  const server = await startRestartable({});
  const smtp = await startMailServer();
  const database = connect(server.url, { max: 6 });
  await migrate(database);
  const chaos = await runChaos(server, database, smtp, { people, kills: times, restarts: 0 });
  const seen = await accounts(database);
  const mailed = new Set(smtp.mails.map((mail) => mail.to)).size;
  const stranded = people - Math.min(Number(seen.completed), Number(seen.deliveries), mailed);
  await expectClean(database);
  printRow({
    name: `situation: ${show(people)} people while ${chaos.kills} engines are killed: stranded`,
    measured: `${stranded} of ${show(people)}`,
    against: "some",
    figure: `${stranded}`,
    bound: "0",
    met: stranded === 0 && Number(seen.enrollments) === people && Number(seen.repeatedVisits) === 0,
  });
  await database.close();
  await smtp.close();
  await server.close();
}

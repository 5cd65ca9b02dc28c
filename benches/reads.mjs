// How long the server takes for what people look at all day: lists, inboxes, a case, a search. Milliseconds
// as a client on the same machine sees them, one request after the other; beside each, in the same run, as a
// multiple of an answer that reads nothing (`/healthz`). `make bench` runs it against a release build.
//
//   CASES=100000 node benches/reads.mjs     with another number of cases than 1,000; loading takes a while
//   DATA=folder  node benches/reads.mjs     with what was loaded there before (b.db and keys)
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asAccount } from "../tests/e2e/support/api.mjs";
import { startServer } from "../tests/e2e/support/server.mjs";

const CASES = process.env.CASES ?? "1000";
const ROUNDS = 60;

/** Who looks at what. */
const READS = [
  ["lead.zw", "list, open by deadline", "/cases?open=true&limit=50"],
  ["office", "list, all by deadline", "/cases?limit=50"],
  ["office", "list, all by day", "/cases?sort=accepted&limit=50"],
  ["lead.zw", "list, counted", "/cases?open=true&limit=50&count=true"],
  ["handler.qrlsbj", "list of a unit", "/cases?limit=50"],
  ["intake", "list of a window", "/cases?limit=50"],
  ["lead.zw", "inbox", "/inbox?limit=50"],
  ["handler.qrlsbj", "inbox of a unit", "/inbox?limit=50"],
  ["lead.zw", "counts of the inbox", "/inbox/counts"],
  ["lead.zw", "case", "/cases/{id}"],
  ["lead.zw", "history of a case", "/cases/{id}/history"],
  ["office", "search, many match", "/cases?q=材料&limit=50"],
  ["lead.zw", "search, two words", "/cases?q=窗口 材料&limit=50"],
  ["intake", "search of a window", "/cases?q=材料&limit=50"],
  ["office", "search, a number", "/cases?q={number}&limit=50"],
  ["leader", "overview", "/overview"],
];

const at = (values, share) =>
  values[Math.min(values.length - 1, Math.floor(values.length * share))];

/** The times of `ROUNDS` requests, sorted; the first few, which fill the caches, are left out. */
async function time(ask) {
  const times = [];
  for (let round = -5; round < ROUNDS; round += 1) {
    const begun = performance.now();
    await ask();
    if (round >= 0) times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b);
}

async function load() {
  const folder = await mkdtemp(join(tmpdir(), "bancheng-reads-"));
  const flags = [
    "--database-url",
    `sqlite://${folder}/b.db`,
    "--keys-dir",
    `${folder}/keys`,
  ];
  execFileSync(process.env.BANCHENG_BIN, ["demo", "--cases", CASES, ...flags], {
    stdio: "ignore",
  });
  return folder;
}

const loaded = process.env.DATA ?? (await load());
process.env.E2E_DEMO = loaded;
const server = await startServer();
try {
  const health = await time(async () => {
    await (await fetch(`${server.origin}/healthz`)).text();
  });
  const bare = at(health, 0.5);
  const accounts = new Map();
  const seen = async (who) => {
    if (!accounts.has(who))
      accounts.set(who, await asAccount(server.origin, who));
    return accounts.get(who);
  };
  const lead = await seen("lead.zw");
  const { items, total } = await (
    await seen("office")
  ).get("/cases?limit=1&count=true");
  const mine = (await lead.get("/cases?state=in_progress&limit=1")).items[0];

  console.log(`\nreading, SQLite, ${total} cases, ms`);
  console.log("                            median     p95   × healthz");
  console.log(`${"healthz".padEnd(26)}${bare.toFixed(1).padStart(8)}`);
  for (const [who, what, path] of READS) {
    const address = path
      .replace("{id}", mine.id)
      .replace("{number}", items[0].number);
    const api = await seen(who);
    const times = await time(() => api.get(encodeURI(address)));
    const cells = [at(times, 0.5), at(times, 0.95)].map((ms) =>
      ms.toFixed(1).padStart(8),
    );
    console.log(
      `${what.padEnd(26)}${cells.join("")}${(at(times, 0.5) / bare).toFixed(1).padStart(12)}`,
    );
  }
} finally {
  await server.stop();
  if (!process.env.DATA) await rm(loaded, { recursive: true, force: true });
}

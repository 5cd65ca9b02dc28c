// The real server on a fresh demo database, with the SPA as it was built.
import { execFileSync, spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
/** Milliseconds in which a server is ready: the demo is loaded into SQLite in a moment, into PostgreSQL not. */
const READY_MS = { sqlite: 90_000, postgres: 300_000 };

/** A port that nobody listens on just now. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function isReady(origin) {
  try {
    return (await fetch(`${origin}/readyz`)).ok;
  } catch {
    return false;
  }
}

/** A new database of the PostgreSQL cluster that `make test` has started; gives its address. */
export function freshPostgres() {
  const cluster = process.env.TEST_POSTGRES_URL;
  if (!cluster)
    throw new Error("TEST_POSTGRES_URL is not set: run `make test`");
  const name = `e2e_${process.pid}_${Date.now()}`;
  execFileSync("psql", [cluster, "-qc", `CREATE DATABASE ${name}`]);
  return cluster.replace(/\/[^/]*$/, `/${name}`);
}

/**
 * Starts the server on a fresh demo database, SQLite unless another is named; gives its origin, and what
 * stops it and removes its data.
 */
export async function startServer(database) {
  const program =
    process.env.BANCHENG_BIN ?? join(root, "target/debug/bancheng");
  const data = await mkdtemp(join(tmpdir(), "bancheng-e2e-"));
  // A demo that was loaded once, for all: as a copy it is there at once.
  const demo = process.env.E2E_DEMO;
  if (demo && !database) await cp(demo, data, { recursive: true });
  const listen = `127.0.0.1:${await freePort()}`;
  const origin = `http://${listen}`;
  const flags = {
    "--listen": listen,
    "--database-url": database ?? `sqlite://${data}/b.db`,
    "--files-dir": `${data}/files`,
    "--keys-dir": `${data}/keys`,
    "--frontend-dir": join(root, "frontend/dist"),
  };

  let output = "";
  let ended;
  const server = spawn(
    program,
    ["serve", "--demo", ...Object.entries(flags).flat()],
    { cwd: data },
  );
  server.stdout.on("data", (text) => (output += text));
  server.stderr.on("data", (text) => (output += text));
  server.once(
    "error",
    (error) => (ended = `can't start ${program}: ${error.message}`),
  );
  server.once("exit", (code) => (ended ??= `the server ended with ${code}`));

  async function stop() {
    if (!ended) {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      const forced = setTimeout(() => server.kill("SIGKILL"), 5_000);
      await gone;
      clearTimeout(forced);
    }
    await rm(data, { recursive: true, force: true });
  }

  const deadline = Date.now() + READY_MS[database ? "postgres" : "sqlite"];
  while (!(await isReady(origin))) {
    if (ended || Date.now() > deadline) {
      await stop();
      throw new Error(`${ended ?? "the server is not ready"}\n${output}`);
    }
    await pause(100);
  }
  return { origin, stop };
}

import { beforeEach, expect, it, vi } from "vitest";

const who = {
  user: { id: "u1", name: "甄经办" },
  acting: { role: "handler", role_label: "责任单位经办/专班", unit: "qzjw", unit_name: "区住建委" },
  posts: [],
};

/** The server: which tokens it takes, and whether its cookie still holds a session. */
let good: Set<string>;
let alive: boolean;
let asked: string[];

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });

function serve(request: Request): Response {
  const path = new URL(request.url).pathname.replace("/api/v1", "");
  asked.push(`${request.method} ${path}`);
  if (path === "/session/refresh") {
    if (!alive) return json(401, {});
    const access_token = `t${asked.length}`;
    good.add(access_token);
    return json(200, { access_token, expires_in: 900, token_type: "Bearer", ...who });
  }
  return good.has(request.headers.get("Authorization")?.slice(7) ?? "") ? json(200, { path }) : json(401, {});
}

beforeEach(() => {
  good = new Set();
  alive = true;
  asked = [];
  vi.resetModules();
  vi.stubGlobal("fetch", async (request: Request) => serve(request));
});

async function fresh(): Promise<typeof import("./session")> {
  return await import("./session");
}

const url = (path: string): Request => new Request(`http://localhost/api/v1${path}`);

it("takes up the session of the cookie, with one request for all who ask", async () => {
  const { fetchSignedIn, session } = await fresh();
  const answers = await Promise.all([
    fetchSignedIn(url("/me")),
    fetchSignedIn(url("/cases")),
    session.resume(),
  ]);
  expect([answers[0].status, answers[1].status]).toEqual([200, 200]);
  expect(asked.filter((request) => request === "POST /session/refresh")).toHaveLength(1);
  expect(session.who.value?.user.name).toBe("甄经办");
});

it("renews a token that is refused, once", async () => {
  const { fetchSignedIn } = await fresh();
  await fetchSignedIn(url("/me"));
  good.clear();
  asked = [];
  const again = await Promise.all([fetchSignedIn(url("/me")), fetchSignedIn(url("/cases"))]);
  expect(again.map((answer) => answer.status)).toEqual([200, 200]);
  expect(asked.filter((request) => request === "POST /session/refresh")).toHaveLength(1);
});

it("sees that the session is over", async () => {
  const { fetchSignedIn, session } = await fresh();
  await session.resume();
  good.clear();
  alive = false;
  await expect(fetchSignedIn(url("/me"))).rejects.toMatchObject({ status: 401 });
  expect(session.who.value).toBeNull();
});

it("stays signed in when the server can't be reached", async () => {
  const { fetchSignedIn, session } = await fresh();
  await session.resume();
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  await expect(fetchSignedIn(url("/me"))).rejects.toThrow();
  expect(session.who.value).not.toBeNull();
});

import { beforeEach, expect, it, vi } from "vitest";

const who = {
  user: { id: "u1", name: "甄经办" },
  acting: { role: "handler", role_label: "责任单位经办/专班", unit: "qzjw", unit_name: "区住建委" },
  may: ["read_cases"],
  posts: [],
};

/** The server: which tokens it takes, and whether its cookie still holds a session. */
let good: Set<string>;
let alive: boolean;
let asked: string[];
/** Who signs in by name. */
let signsIn: object;
/** As whom the session goes on; the person may have switched in another tab. */
let goesOn: object;
/** Whether the person still has the post of `who`. */
let keepsPost: boolean;

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });

function serve(request: Request): Response {
  const path = new URL(request.url).pathname.replace("/api/v1", "");
  asked.push(`${request.method} ${path}`);
  const begin = (person: object): Response => {
    const access_token = `t${asked.length}`;
    good.add(access_token);
    return json(200, { access_token, expires_in: 900, token_type: "Bearer", ...person });
  };
  if (path === "/session/refresh") return alive ? begin(goesOn) : json(401, {});
  if (path === "/session" && request.method === "POST") return begin(signsIn);
  if (path === "/session/acting") return keepsPost ? begin(who) : json(403, {});
  if (path === "/session/password") return json(401, { code: "wrong_password" });
  return good.has(request.headers.get("Authorization")?.slice(7) ?? "") ? json(200, { path }) : json(401, {});
}

beforeEach(() => {
  good = new Set();
  alive = true;
  signsIn = who;
  goesOn = who;
  keepsPost = true;
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

it("goes on in this page's post when another tab has switched to another one", async () => {
  const { fetchSignedIn, session } = await fresh();
  await session.resume();
  const before = session.identity.value;
  good.clear();
  goesOn = { ...who, acting: { ...who.acting, role: "unit_head" } };
  expect((await fetchSignedIn(url("/me"))).status).toBe(200);
  expect(session.identity.value).toBe(before);
  expect(asked.slice(-2)).toEqual(["POST /session/acting", "GET /me"]);

  good.clear();
  keepsPost = false;
  expect((await fetchSignedIn(url("/me"))).status).toBe(200);
  expect(session.who.value?.acting.role).toBe("unit_head");
});

it("waits, when the session is over, until the same person has signed in again, in the same post", async () => {
  const { fetchSignedIn, session } = await fresh();
  await session.resume();
  good.clear();
  alive = false;
  const waiting = fetchSignedIn(url("/cases"));
  await vi.waitFor(() => expect(session.expired.value).toBe(true));
  expect(session.who.value?.user.name).toBe("甄经办");

  alive = true;
  signsIn = { ...who, acting: { ...who.acting, role: "intake" } };
  await session.signIn("handler", "secret");
  expect((await waiting).status).toBe(200);
  expect(asked).toContain("POST /session/acting");
  expect(session.expired.value).toBe(false);
  expect(session.who.value?.acting.role).toBe("handler");
});

it("sends nothing in another's name", async () => {
  const { fetchSignedIn, session } = await fresh();
  await session.resume();
  good.clear();
  alive = false;
  const waiting = fetchSignedIn(url("/cases"));
  const refused = expect(waiting).rejects.toMatchObject({ status: 401 });
  await vi.waitFor(() => expect(session.expired.value).toBe(true));
  signsIn = { ...who, user: { id: "u2", name: "贾派发" } };
  asked = [];
  await session.signIn("lead", "secret");
  await refused;
  expect(asked).toEqual(["POST /session"]);
  expect(session.who.value?.user.id).toBe("u2");
});

it("is out when a session that is over is signed out of", async () => {
  const { fetchSignedIn, session } = await fresh();
  await session.resume();
  good.clear();
  alive = false;
  const refused = expect(fetchSignedIn(url("/cases"))).rejects.toMatchObject({ status: 401 });
  await vi.waitFor(() => expect(session.expired.value).toBe(true));
  await session.signOut();
  await refused;
  expect(session.who.value).toBeNull();
  expect(session.expired.value).toBe(false);
});

it("sends a wrong old password once only", async () => {
  const { session } = await fresh();
  await session.resume();
  asked = [];
  await expect(session.changePassword("wrong", "a new long one")).rejects.toMatchObject({ status: 401 });
  expect(asked).toEqual(["POST /session/password"]);
});

it("stays signed in when the server can't be reached", async () => {
  const { fetchSignedIn, session } = await fresh();
  await session.resume();
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  await expect(fetchSignedIn(url("/me"))).rejects.toThrow();
  expect(session.who.value).not.toBeNull();
});

it("who signs out, or gives way to another person, leaves no draft", async () => {
  const { session } = await fresh();
  const { draftOf, keepDraft } = await import("@/lib/drafts");
  await session.resume();
  keepDraft("u1", "register", "begun");
  await session.signOut();
  expect(draftOf("u1", "register")).toBeNull();

  await session.signIn("u1", "secret");
  keepDraft("u1", "register", "begun");
  await session.signIn("u1", "secret");
  expect(draftOf("u1", "register")).not.toBeNull();
  signsIn = { ...who, user: { id: "u2", name: "甄管家" } };
  await session.signIn("u2", "secret");
  expect(draftOf("u1", "register")).toBeNull();
});

// Who is signed in. The access token lives in this module's memory only; what outlives a page is the
// server's HttpOnly cookie, with which a new token is fetched unseen.
//
// When the server ends the session under an open page, nothing is taken from the person: `expired` asks
// them to sign in again, and what was under way waits for it and then goes on.
import createClient from "openapi-fetch";
import { computed, readonly, shallowRef } from "vue";
import { dropDraftsOf, dropOldDrafts } from "@/lib/drafts";
import { open } from "./open";
import { dataOf, Problem, problemOf, toProblem } from "./problem";
import type { paths } from "./schema";
import type { Entry, Post, Session } from "./types";

/** A session as pages see it: without its token. */
export type Who = Omit<Session, "access_token" | "expires_in" | "token_type">;

/** A token this close to its end is not used any more. */
const MARGIN_MS = 30_000;

const who = shallowRef<Who | null>(null);
const expired = shallowRef(false);
let token: { value: string; goodUntil: number } | null = null;
let refreshing: Promise<void> | null = null;
/** What waits until somebody has signed in again, or nobody will. */
let waiting: (() => void)[] = [];

function take({ access_token, expires_in, user, acting, may, posts, must_change_password }: Session): void {
  token = { value: access_token, goodUntil: Date.now() + expires_in * 1000 - MARGIN_MS };
  dropOldDrafts();
  // Another person takes the place of the one before: as if that one had signed out.
  if (who.value && who.value.user.id !== user.id) dropDraftsOf(who.value.user.id);
  who.value = { user, acting, may, posts, must_change_password };
  goOn();
}

function forget(): void {
  token = null;
  if (who.value) dropDraftsOf(who.value.user.id);
  who.value = null;
  goOn();
}

function goOn(): void {
  expired.value = false;
  const ready = waiting;
  waiting = [];
  ready.forEach((resume) => resume());
}

/**
 * The session in the post in which this page acts: in another tab the person may have gone on in another one,
 * which all tabs share. The post may have been taken away meanwhile: then the session stays as it is.
 */
async function inOwnPost(begun: Session): Promise<Session> {
  const before = who.value;
  if (before?.user.id !== begun.user.id || isSamePost(before.acting, begun.acting)) return begun;
  const { role, unit } = before.acting;
  const headers = authorized(begun.access_token);
  try {
    return await dataOf(open.POST("/api/v1/session/acting", { headers, body: { role, unit } }));
  } catch (thrown) {
    if (toProblem(thrown).status !== 403) throw thrown;
    return begun;
  }
}

/** Fetches a new token with the cookie; there is none where the session is over. */
function refresh(): Promise<void> {
  refreshing ??= dataOf(open.POST("/api/v1/session/refresh"))
    .then(inOwnPost)
    .then(take)
    .catch((thrown: unknown) => {
      const problem = toProblem(thrown);
      if (problem.status !== 401) throw problem;
      token = null;
    })
    .finally(() => {
      refreshing = null;
    });
  return refreshing;
}

/** The server knows nobody (any more). */
class SessionOver extends Problem {
  constructor() {
    const { status, code, telling } = problemOf(new Response(null, { status: 401 }), null);
    super(status, code, telling);
  }
}

async function bearer(): Promise<string> {
  if (!token || Date.now() > token.goodUntil) await refresh();
  if (!token) throw new SessionOver();
  return token.value;
}

const authorized = (value: string): { Authorization: string } => ({ Authorization: `Bearer ${value}` });

/** How a request goes out: as `fetch` does it, or otherwise. */
type Sender = (request: Request) => Promise<Response>;
const byFetch: Sender = (request) => fetch(request);

/** As `fetch`, in the name of who is signed in; a token refused is renewed once. */
async function send(request: Request, sender: Sender = byFetch): Promise<Response> {
  const sendWith = (value: string): Promise<Response> => {
    const copy = request.clone();
    copy.headers.set("Authorization", authorized(value).Authorization);
    return sender(copy);
  };
  const used = await bearer();
  const response = await sendWith(used);
  if (response.status !== 401) return response;
  // Another request may have renewed it meanwhile.
  if (token?.value === used) token = null;
  return sendWith(await bearer());
}

/** As `send`; under a session that is over it waits until the same person has signed in again. */
export async function fetchSignedIn(request: Request, sender?: Sender): Promise<Response> {
  const asker = who.value?.user.id;
  for (;;) {
    try {
      return await send(request, sender);
    } catch (thrown) {
      if (!(thrown instanceof SessionOver) || asker === undefined) throw thrown;
      if (who.value?.user.id === asker) {
        expired.value = true;
        await new Promise<void>((resume) => waiting.push(resume));
      }
      // What one person asked is not sent in another's name.
      if (who.value?.user.id !== asker) throw thrown;
    }
  }
}

const signedIn = createClient<paths>({ baseUrl: window.location.origin, fetch: (request) => send(request) });

export const session = {
  /** Who is signed in, in which post; null when nobody is. */
  who: computed(() => who.value),

  /** Who acts in which post: what one sees and enters in one post is not for another. */
  identity: computed(() => {
    if (!who.value) return null;
    const { user, acting } = who.value;
    return `${user.id} ${acting.role} ${acting.unit}`;
  }),

  /** Whether the server lets the post do this at all; what may be done with a case, the case says. */
  may: (what: Entry): boolean => who.value?.may.includes(what) ?? false,

  /** Whether the session of who is signed in is over, and they are to sign in again. */
  expired: readonly(expired),

  /** Takes up the session that the cookie still holds, if there is one. */
  async resume(): Promise<void> {
    if (!who.value) await refresh();
  },

  /** Begins a session; whoever signs in again goes on in the post they were in. */
  async signIn(username: string, password: string): Promise<void> {
    take(await inOwnPost(await dataOf(open.POST("/api/v1/session", { body: { username, password } }))));
  },

  /** Goes on in another of the person's posts. */
  async actAs({ role, unit }: Post): Promise<void> {
    take(await dataOf(signedIn.POST("/api/v1/session/acting", { body: { role, unit } })));
  },

  /** By the old password; a wrong one is not tried twice. */
  async changePassword(old_password: string, new_password: string): Promise<void> {
    const headers = authorized(await bearer());
    await dataOf(open.POST("/api/v1/session/password", { headers, body: { old_password, new_password } }));
    await refresh();
  },

  async signOut(): Promise<void> {
    try {
      await dataOf(signedIn.DELETE("/api/v1/session"));
    } catch (thrown) {
      // Already over is over; anything else leaves the cookie, and the person should know.
      if (toProblem(thrown).status !== 401) throw thrown;
    }
    forget();
  },
};

const isSamePost = (a: Post, b: Post): boolean => a.role === b.role && a.unit === b.unit;

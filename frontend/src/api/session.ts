// Who is signed in. The access token lives in this module's memory only; what outlives a page is the
// server's HttpOnly cookie, with which a new token is fetched unseen.
import createClient from "openapi-fetch";
import { computed, shallowRef } from "vue";
import { open } from "./open";
import { dataOf, Problem, problemOf, toProblem } from "./problem";
import type { paths } from "./schema";
import type { Post, Session } from "./types";

/** A session as pages see it: without its token. */
export type Who = Omit<Session, "access_token" | "expires_in" | "token_type">;

/** A token this close to its end is not used any more. */
const MARGIN_MS = 30_000;

const who = shallowRef<Who | null>(null);
let token: { value: string; goodUntil: number } | null = null;
let refreshing: Promise<void> | null = null;

function take({ access_token, expires_in, user, acting, posts, must_change_password }: Session): void {
  token = { value: access_token, goodUntil: Date.now() + expires_in * 1000 - MARGIN_MS };
  who.value = { user, acting, posts, must_change_password };
}

function forget(): void {
  token = null;
  who.value = null;
}

/** Fetches a new token with the cookie. Where there is no session any more, `who` becomes null. */
function refresh(): Promise<void> {
  refreshing ??= dataOf(open.POST("/api/v1/session/refresh"))
    .then(take)
    .catch((thrown: unknown) => {
      const problem = toProblem(thrown);
      if (problem.status !== 401) throw problem;
      forget();
    })
    .finally(() => {
      refreshing = null;
    });
  return refreshing;
}

function over(): Problem {
  return problemOf(new Response(null, { status: 401 }), null);
}

async function bearer(): Promise<string> {
  if (!token || Date.now() > token.goodUntil) await refresh();
  if (!token) throw over();
  return token.value;
}

/** As `fetch`, in the name of who is signed in; a token refused is renewed once. */
export async function fetchSignedIn(request: Request): Promise<Response> {
  const send = (value: string): Promise<Response> => {
    const copy = request.clone();
    copy.headers.set("Authorization", `Bearer ${value}`);
    return fetch(copy);
  };
  const used = await bearer();
  const response = await send(used);
  if (response.status !== 401) return response;
  // Another request may have renewed it meanwhile.
  if (token?.value === used) token = null;
  return send(await bearer());
}

const signedIn = createClient<paths>({ baseUrl: window.location.origin, fetch: fetchSignedIn });

export const session = {
  /** Who is signed in, in which post; null when nobody is. */
  who: computed(() => who.value),

  /** Takes up the session that the cookie still holds, if there is one. */
  async resume(): Promise<void> {
    if (!who.value) await refresh();
  },

  async signIn(username: string, password: string): Promise<void> {
    take(await dataOf(open.POST("/api/v1/session", { body: { username, password } })));
  },

  /** Goes on in another of the person's posts. */
  async actAs({ role, unit }: Post): Promise<void> {
    take(await dataOf(signedIn.POST("/api/v1/session/acting", { body: { role, unit } })));
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

// Giving a command: `useCommand("/api/v1/cases/{id}/return")`, then `send({ id, version, body })`. Sent once
// however often it is pressed or tried again; what goes wrong stays to be shown.
import { useQueryClient } from "@tanstack/vue-query";
import type { QueryClient } from "@tanstack/vue-query";
import type { PathsWithMethod } from "openapi-typescript-helpers";
import { readonly, ref, shallowRef } from "vue";
import type { Ref, ShallowRef } from "vue";
import { newKey } from "@/lib/key";
import { api } from "./client";
import { dataOf, toProblem } from "./problem";
import type { Problem } from "./problem";
import type { paths } from "./schema";

interface Json<T> {
  content: { "application/json": T };
}
type PostPath = PathsWithMethod<paths, "post">;
/** The paths of commands: those that take a body of JSON. */
export type CommandPath = {
  [P in PostPath]: paths[P] extends { post: { requestBody: Json<unknown> } } ? P : never;
}[PostPath];
/** The body that a command takes. */
export type CommandBody<P extends CommandPath> = paths[P] extends { post: { requestBody: Json<infer B> } }
  ? B
  : never;
type Answers<P extends CommandPath> = paths[P] extends { post: { responses: infer R } } ? R : never;
/** What a command answers when it is done. */
export type CommandAnswer<P extends CommandPath> =
  Answers<P> extends { 200: Json<infer A> } ? A : Answers<P> extends { 201: Json<infer A> } ? A : undefined;

export interface Given<P extends CommandPath> {
  /** What it is given to: stands for `{id}` in the path. */
  id?: string | undefined;
  /** The version that the person has seen, where the command asks for it. */
  version?: number | undefined;
  body: CommandBody<P>;
}

export interface Command<P extends CommandPath> {
  /** Under way. */
  busy: Readonly<Ref<boolean>>;
  /** Why it wasn't done. */
  problem: Readonly<ShallowRef<Problem | null>>;
  /** Gives it; nothing if it wasn't done or is under way already. */
  send: (given: Given<P>) => Promise<CommandAnswer<P> | undefined>;
  /** Forgets what went wrong. */
  clear: () => void;
}

/** What hardly changes is not read again after every command, only after those on itself. */
const LASTING = ["/api/v1/dictionary", "/api/v1/units"];

/** Reads again what is shown: after a command anything may be different. Waits until it is there. */
export async function readAgain(client: QueryClient, commandPath: string): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey }) => {
      const lasting = LASTING.find((path) => String(queryKey[0]).startsWith(path));
      return lasting === undefined || commandPath.startsWith(lasting);
    },
  });
}

/** One filled form: tries of it are the same command to the server, until it is done. */
export function useCommand<P extends CommandPath>(path: P): Command<P> {
  const client = useQueryClient();
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);
  let key = newKey();

  async function send({ id, version, body }: Given<P>): Promise<CommandAnswer<P> | undefined> {
    if (busy.value) return undefined;
    busy.value = true;
    problem.value = null;
    try {
      const header = {
        "Idempotency-Key": key,
        ...(version === undefined ? {} : { "If-Match": `"${version}"` }),
      };
      const post = api.POST as (
        path: string,
        init: object,
      ) => Promise<{ data?: unknown; response: Response }>;
      const answer = await dataOf(post(path, { params: { path: { id }, header }, body }));
      key = newKey();
      await readAgain(client, path);
      return answer as CommandAnswer<P>;
    } catch (thrown) {
      problem.value = toProblem(thrown);
      // An earlier try was done after all, with other words: the person is told, and what comes is a new one.
      if (problem.value.code === "idempotency_mismatch") key = newKey();
      return undefined;
    } finally {
      busy.value = false;
    }
  }

  return {
    busy: readonly(busy),
    problem,
    send,
    clear() {
      problem.value = null;
    },
  };
}

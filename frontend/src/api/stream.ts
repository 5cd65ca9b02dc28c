// Follows GET /stream: what has happened to what the asker may see, as it happens. It goes on where it
// was cut off, so that nothing is missed, and it stops while nobody looks at the page: browsers allow
// six connections to a server without HTTP/2, and open tabs must not use them up.
import { shallowRef } from "vue";
import type { Ref } from "vue";
import { api } from "./client";
import { EventStreamReader } from "./eventStream";
import type { Message } from "./eventStream";
import { dataOf, toProblem } from "./problem";

/** Something happened to a noun (`case`, `work_order`, …). */
export interface Happening {
  noun: string;
  id: string;
  type: string;
  /** The notices that came with it to the asker's post. */
  notices: readonly string[];
}

export type StreamState = "starting" | "live" | "lost";

export interface Following {
  state: Readonly<Ref<StreamState>>;
  /** Tries again now. */
  retry: () => void;
  stop: () => void;
}

/** Without a sign of life for so long the connection is taken for dead; the server gives one every 15 s. */
const SILENCE_MS = 40_000;
/** A page hidden for so long stops listening. */
const HIDDEN_MS = 30_000;
const LONGEST_WAIT_MS = 30_000;
/** Too many pages of this person listen already; one that was left is missed at the next sign of life. */
const CROWDED_WAIT_MS = 16_000;

/** How long to wait before the next attempt after so many that failed, spread so that not all come at once. */
export function waitAfter(failures: number, random = Math.random()): number {
  if (failures === 0) return 500;
  return Math.min(1000 * 2 ** failures, LONGEST_WAIT_MS) * (0.5 + random / 2);
}

/** Makes happenings of messages: notices come before the event that they belong to. */
export class HappeningReader {
  private notices: string[] = [];
  /** The place up to which everything was heard. */
  place: string | null = null;

  read(message: Message): Happening | null {
    if (message.id !== null) this.place = message.id;
    if (message.data === null) return null;
    const { type, ...named } = JSON.parse(message.data) as Record<string, string>;
    const id = named[message.event] ?? "";
    if (message.event === "notice") {
      this.notices.push(id);
      return null;
    }
    return { noun: message.event, id, type: type ?? "", notices: this.notices.splice(0) };
  }

  /** Cut off: what came of an event that is not there yet comes again. */
  reset(): void {
    this.notices = [];
  }
}

/** Follows from now on until it is stopped. */
export function follow(heard: (happening: Happening) => void): Following {
  const state = shallowRef<StreamState>("starting");
  const reader = new HappeningReader();
  let failures = 0;
  let stopped = false;
  let connection: AbortController | null = null;
  let wake: (() => void) | null = null;

  async function listen(signal: AbortSignal, alive: () => void): Promise<void> {
    const headers = reader.place === null ? {} : { "Last-Event-ID": reader.place };
    const body = await dataOf(
      api.GET("/api/v1/stream", { params: { header: headers }, parseAs: "stream", signal }),
    );
    if (!body) return;
    state.value = "live";
    failures = 0;
    const pieces = body.getReader();
    const decoder = new TextDecoder();
    const wire = new EventStreamReader();
    reader.reset();
    for (;;) {
      const { done, value } = await pieces.read();
      if (done) return;
      alive();
      for (const message of wire.push(decoder.decode(value, { stream: true }))) {
        const happening = reader.read(message);
        if (happening) heard(happening);
      }
    }
  }

  /** One connection to its end; how long to wait before the next. */
  async function connect(): Promise<number> {
    const here = (connection = new AbortController());
    let watchdog = 0;
    const alive = (): void => {
      window.clearTimeout(watchdog);
      watchdog = window.setTimeout(() => here.abort(), SILENCE_MS);
    };
    try {
      alive();
      await listen(here.signal, alive);
      return waitAfter(0);
    } catch (thrown) {
      if (document.hidden) return waitAfter(0);
      failures += 1;
      // One failure is nothing to speak of: a restart, a change of network.
      if (failures > 1) state.value = "lost";
      return toProblem(thrown).status === 429 ? CROWDED_WAIT_MS : waitAfter(failures);
    } finally {
      window.clearTimeout(watchdog);
    }
  }

  const pause = (ms: number): Promise<void> =>
    new Promise((resume) => {
      const timer = window.setTimeout(resume, ms);
      wake = () => {
        window.clearTimeout(timer);
        resume();
      };
    });

  const seen = (): Promise<void> =>
    new Promise((resume) => {
      if (!document.hidden) resume();
      else wake = resume;
    });

  async function run(): Promise<void> {
    while (!stopped) {
      await seen();
      if (stopped) return;
      const wait = await connect();
      if (!stopped) await pause(wait);
    }
  }

  const retry = (): void => wake?.();
  let hiding = 0;
  const onVisibility = (): void => {
    window.clearTimeout(hiding);
    if (document.hidden) hiding = window.setTimeout(() => connection?.abort(), HIDDEN_MS);
    else retry();
  };
  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("online", retry);
  void run();

  return {
    state,
    retry,
    stop() {
      stopped = true;
      window.clearTimeout(hiding);
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("online", retry);
      connection?.abort();
      retry();
    },
  };
}

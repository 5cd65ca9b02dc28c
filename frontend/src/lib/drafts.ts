// What somebody has begun to write, kept by the browser until it is done, they sign out, or it has grown old.

/** A draft that nobody went on with is forgotten after so many days. */
const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;
const PREFIX = "bancheng.draft.";

export interface Draft<T> {
  /** When it was last written at, in milliseconds. */
  at: number;
  content: T;
}

const nameOf = (owner: string, name: string): string => `${PREFIX}${owner}.${name}`;

/** Does what it can: a browser may refuse to keep anything. */
function quietly<T>(act: (storage: Storage) => T): T | undefined {
  try {
    return act(window.localStorage);
  } catch {
    return undefined;
  }
}

function read<T>(storage: Storage, key: string): Draft<T> | null {
  const kept = storage.getItem(key);
  if (kept === null) return null;
  try {
    const draft = JSON.parse(kept) as Draft<T>;
    return Date.now() - draft.at < KEPT_DAYS * DAY_MS ? draft : null;
  } catch {
    return null;
  }
}

function dropWhere(isToGo: (storage: Storage, key: string) => boolean): void {
  quietly((storage) => {
    Object.keys(storage)
      .filter((key) => key.startsWith(PREFIX) && isToGo(storage, key))
      .forEach((key) => storage.removeItem(key));
  });
}

export function keepDraft(owner: string, name: string, content: unknown): void {
  quietly((storage) => storage.setItem(nameOf(owner, name), JSON.stringify({ at: Date.now(), content })));
}

export const draftOf = <T>(owner: string, name: string): Draft<T> | null =>
  quietly((storage) => read<T>(storage, nameOf(owner, name))) ?? null;

export function dropDraft(owner: string, name: string): void {
  quietly((storage) => storage.removeItem(nameOf(owner, name)));
}

/** All that one person has begun. */
export const dropDraftsOf = (owner: string): void =>
  dropWhere((_storage, key) => key.startsWith(nameOf(owner, "")));

/** What has grown old, whoever began it. */
export const dropOldDrafts = (): void => dropWhere((storage, key) => read(storage, key) === null);

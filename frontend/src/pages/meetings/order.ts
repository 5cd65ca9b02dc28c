/** The order after one entry has moved to another place; the same where there is no such place. */
export function moved<T>(order: readonly T[], from: number, to: number): readonly T[] {
  const entry = order[from];
  if (entry === undefined || from === to || to < 0 || to >= order.length) return order;
  const rest = order.filter((_other, at) => at !== from);
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}

/** The entries in a given order; those that it doesn't name come last, as they came. */
export function inOrder<T>(entries: readonly T[], keys: readonly string[], keyOf: (entry: T) => string): T[] {
  const place = (entry: T): number => {
    const at = keys.indexOf(keyOf(entry));
    return at < 0 ? keys.length : at;
  };
  return [...entries].sort((a, b) => place(a) - place(b));
}

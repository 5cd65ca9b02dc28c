/** A key that nobody else makes: 32 hexadecimal digits. (Chrome 86 has no `crypto.randomUUID`.) */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

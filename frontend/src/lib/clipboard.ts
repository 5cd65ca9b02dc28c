/** Puts the text into the clipboard, on pages without TLS too; false where the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Only pages over TLS, or of the machine itself, have it.
    if (window.isSecureContext) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Forbidden: the old way may still go.
  }
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}

// Server-sent events as they come over the wire (HTML Living Standard, 9.2.6).

export interface Message {
  /** Where in the stream; null where the message says nothing of it. */
  id: string | null;
  event: string;
  /** Null where nothing happened: a sign of life. */
  data: string | null;
}

/** Puts messages together from pieces of text, however they are cut. */
export class EventStreamReader {
  private rest = "";
  private lines: string[] = [];

  /** The messages that this piece completes. */
  push(piece: string): Message[] {
    const lines = (this.rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? "";
    const messages: Message[] = [];
    for (const line of lines) {
      if (line !== "") this.lines.push(line);
      else if (this.lines.length) messages.push(messageOf(this.lines.splice(0)));
    }
    return messages;
  }
}

function messageOf(lines: readonly string[]): Message {
  let id: string | null = null;
  let event = "message";
  const data: string[] = [];
  for (const line of lines) {
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "id") id = value;
    else if (field === "event") event = value;
    else if (field === "data") data.push(value);
  }
  return { id, event, data: data.length ? data.join("\n") : null };
}

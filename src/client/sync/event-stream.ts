/** Reads an event stream that arrives in pieces cut anywhere (HTML standard, 9.2.6). Refuses to know what it says. */

export interface StreamMessage {
  readonly id: string;
  readonly data: string;
}

/** Takes the next piece and gives the messages that are whole by now. Comments and other fields are passed over. */
export function createEventStreamParser(): (piece: string) => readonly StreamMessage[] {
  let rest = '';
  let id = '';
  let data: string[] = [];

  return (piece) => {
    const messages: StreamMessage[] = [];
    // A line may end in CR LF of which only the CR has come: it waits for what follows.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) messages.push({ id, data: data.join('\n') });
        data = [];
        continue;
      }
      const colon = line.indexOf(':');
      const [name, raw] = colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1)];
      const value = raw.startsWith(' ') ? raw.slice(1) : raw;
      if (name === 'id') id = value;
      if (name === 'data') data.push(value);
    }
    return messages;
  };
}

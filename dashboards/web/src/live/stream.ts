/** One server-sent event (WHATWG HTML §9.2.6). */
export type StreamEvent = { readonly type: string; readonly data: string; readonly id: string | undefined };

/**
 * Splits a stream's text into events as it comes in. Comments, the server's heartbeats among them, are no events; what is
 * cut off in the middle waits for its rest.
 */
export function eventReader(): (part: string) => StreamEvent[] {
  let rest = "";
  return (part) => {
    const blocks = (rest + part).replaceAll("\r\n", "\n").split("\n\n");
    rest = blocks.pop() ?? "";
    return blocks.flatMap(eventIn);
  };
}

function eventIn(block: string): StreamEvent[] {
  const fields = block.split("\n").flatMap((line) => {
    const match = /^([a-z]+):\s?(.*)$/s.exec(line);
    return match ? [[match[1], match[2] ?? ""] as const] : [];
  });
  const all = (name: string): string[] => fields.flatMap(([field, value]) => (field === name ? [value] : []));
  const data = all("data");
  return data.length === 0
    ? []
    : [{ type: all("event").at(-1) ?? "message", data: data.join("\n"), id: all("id").at(-1) }];
}

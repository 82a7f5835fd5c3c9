// Bodies of the type multipart/related (RFC 2387), however a client writes them: names of headers in any case, with or
// without a line end behind the closing boundary.

/** The parts of a body: [{ type, content: Buffer }]; throws if it is malformed. */
export function readMultipart(contentType, body) {
  const boundary = /^multipart\/related\s*;.*\bboundary="?([^";]+)"?/i.exec(contentType ?? '')?.[1];
  if (!boundary) throw new Error('not multipart/related');
  // latin1 keeps every byte.
  const pieces = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`);
  if (!/^--\s*$/.test(pieces.at(-1))) throw new Error('the closing boundary is missing');
  return pieces.slice(1, -1).map((piece) => {
    const end = piece.indexOf('\r\n\r\n');
    if (!piece.startsWith('\r\n') || end < 0) throw new Error('a part has no headers');
    const type = /^content-type:\s*(.+)$/im.exec(piece.slice(0, end))?.[1].trim();
    return { type, content: Buffer.from(piece.slice(end + 4), 'latin1') };
  });
}

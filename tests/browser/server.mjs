// A server of static files on loopback, which may be told to change what it sends.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const KINDS = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json" };

/** Serves `folder`. `headers(path)` are sent along, `tamper[path]` is what a file's bytes are changed by. */
export async function serve(folder, headers = () => ({})) {
  const tamper = {};
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname)).replace(/^[/\\]+/, "");
    try {
      if (path.split(sep).includes("..")) throw new Error("outside");
      const bytes = await readFile(join(folder, path));
      response.writeHead(200, { "content-type": KINDS[extname(path)] ?? "application/octet-stream", "cache-control": "no-store", ...headers(path) });
      response.end(tamper[path]?.(bytes) ?? bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, tamper, close };
}

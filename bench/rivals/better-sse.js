// The way of better-sse's documentation: a channel, and a session for each
// reader, on Node's own HTTP server.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { createChannel, createSession } from 'better-sse';

const [host, port] = process.argv.slice(2);
const channel = createChannel();

createServer({ keepAliveTimeout: 60_000 }, async (request, response) => {
  if (request.method === 'GET') {
    channel.register(await createSession(request, response, { keepAlive: null }));
    return;
  }
  channel.broadcast(await text(request));
  response.writeHead(204).end();
}).listen({ host, port });

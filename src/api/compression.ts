import { constants } from "node:zlib";
import fastifyCompress from "@fastify/compress";
import type { ApiApp } from "./context.ts";

/**
 * From so many bytes an answer is worth compressing: what is smaller fits a packet or two. It also leaves out every answer
 * that holds a secret (sessions with their CSRF token, one-time codes, new keys), so that a secret never shares a
 * compressed stream with something an attacker chose (BREACH, CVE-2013-3587).
 */
const WORTH = 4096;

/**
 * Long answers compressed for whoever asks for it: a worklist of sixty rows is a tenth of itself, in a car with bad
 * coverage. Streams of events are left alone, since each event must come through at once.
 */
export async function compression(app: ApiApp): Promise<void> {
  await app.register(fastifyCompress, {
    encodings: ["br", "gzip"],
    threshold: WORTH,
    customTypes: /^application\/([\w.+-]+\+)?json\b|^text\/csv\b/,
    // Worth more processor time only for what is compressed once and sent many times.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    globalDecompression: false,
  });
}

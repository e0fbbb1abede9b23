import { pino } from "pino";

/** JSON lines on standard output, in UTC. Never bodies, cookies, phones or codes. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
});

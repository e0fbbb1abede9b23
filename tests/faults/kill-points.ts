import type { Blow } from "./killable-server.ts";

/** What is being done when the blow falls. */
export type Phase = "place" | "pay" | "tell" | "look" | "refund" | "send" | "expire";

/** How a walk goes on once it is paid, or not. */
export type KillPoint = { name: string; phase: Phase; blow: () => Blow };

const somewhen = (most: number) => (): Blow => ({ afterMs: Math.floor(Math.random() * most) });
const SESSIONS = "POST /v1/checkout/sessions";
const READ = "GET /v1/checkout/sessions";
const REFUNDS = "POST /v1/refunds";
const at = (moment: "asked" | "done", request: string) => (): Blow => ({ moment, request });

/** Between which two steps the process is killed, one after the other; random moments stand between the named ones. */
export const KILL_POINTS: readonly KillPoint[] = [
  { name: "while the order is placed", phase: "place", blow: somewhen(40) },
  { name: "provider made the payment page, answer lost", phase: "pay", blow: at("done", SESSIONS) },
  { name: "provider made the refund, answer lost", phase: "send", blow: at("done", REFUNDS) },
  { name: "event kept, provider answered, nothing written", phase: "tell", blow: at("done", READ) },
  { name: "payment written down, provider not asked", phase: "pay", blow: at("asked", SESSIONS) },
  { name: "refund written down, provider not asked", phase: "send", blow: at("asked", REFUNDS) },
  { name: "event kept, provider not asked", phase: "tell", blow: at("asked", READ) },
  { name: "while the order is placed, late", phase: "place", blow: somewhen(150) },
  { name: "order expired, page not closed", phase: "expire", blow: at("asked", READ) },
  { name: "while paying", phase: "pay", blow: somewhen(120) },
  { name: "return page, provider answered", phase: "look", blow: at("done", READ) },
  { name: "while the refund is asked for", phase: "refund", blow: somewhen(80) },
  { name: "while events come in", phase: "tell", blow: somewhen(120) },
  { name: "page closed at the provider, answer lost", phase: "expire", blow: at("done", SESSIONS) },
  { name: "at the start, while old work is done", phase: "send", blow: () => ({ afterMs: 900 + Math.random() * 900 }) },
  { name: "at the start, while orders expire", phase: "expire", blow: () => ({ afterMs: 900 + Math.random() * 900 }) },
];

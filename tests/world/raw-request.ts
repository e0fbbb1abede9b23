import { connect } from "node:net";

const PATIENCE_MS = 5_000;

/** Sends these bytes as they are and returns all that comes back; "hung" when the server neither answers nor closes. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(Buffer.from(text, "latin1")));
    const timer = setTimeout(() => {
      answer ||= "hung";
      socket.destroy();
    }, PATIENCE_MS);
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}

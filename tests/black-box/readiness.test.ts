import { rename } from "node:fs/promises";
import { connect } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isPostgres } from "#db/dialect.ts";
import { type BuiltServer, startBuiltServer } from "#tests/world/built-server.ts";
import { rawSql } from "#tests/world/raw-sql.ts";

let server: BuiltServer;

beforeEach(async () => {
  server = await startBuiltServer({ environment: { LOG_LEVEL: "silent" } });
});

afterEach(async () => {
  await server.stop();
});

const ready = (): Promise<number> => fetch(`${server.origin}/readyz`).then((answer) => answer.status);

it("is not ready while a migration is missing, or the database is newer than the program", async () => {
  expect(await ready()).toBe(200);
  await rawSql("UPDATE migrations SET name = '9999_later.sql' WHERE name LIKE '0000%'");
  expect(await ready()).toBe(503);
  await rawSql("UPDATE migrations SET name = '0000_first.sql' WHERE name = '9999_later.sql'");
  expect(await ready()).toBe(200);
});

it.skipIf(isPostgres)("is not ready while its database is away, and is again when it is back", async () => {
  const file = `${process.env.DATA_DIR}/lumbung.sqlite`;
  await rename(file, `${file}.away`);
  expect(await ready()).toBe(503);
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
  await rename(`${file}.away`, file);
  expect(await ready()).toBe(200);
});

it("says 503 first when it is told to end, answers what it has accepted, and ends with 0", async () => {
  const body = "contact=1&password=2";
  const head = [
    ...["POST /sign-in HTTP/1.1", `Host: 127.0.0.1:${server.port}`, `Origin: ${server.origin}`],
    ...["Content-Type: application/x-www-form-urlencoded", `Content-Length: ${body.length}`],
  ];
  const socket = connect(server.port, "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk.toString("latin1");
  });
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.write(`${head.join("\r\n")}\r\n\r\n${body.slice(0, -1)}`);
  await new Promise((wake) => setTimeout(wake, 200));
  const ended = server.stop();
  await new Promise((wake) => setTimeout(wake, 50));
  expect(await ready()).toBe(503);
  await new Promise((wake) => setTimeout(wake, 1_000));
  await expect(ready()).rejects.toThrow();
  socket.write(body.slice(-1));
  await closed;
  expect(answer).toMatch(/^HTTP\/1\.1 422 /);
  expect(answer).toMatch(/connection: close/i);
  expect(await ended).toBe(0);
});

import { text } from "node:stream/consumers";
import { calculate } from "./calculate.ts";

const { exitCode, output } = calculate(process.argv[2] ?? "", await text(process.stdin));
process.stdout.write(`${output}\n`);
process.exitCode = exitCode;

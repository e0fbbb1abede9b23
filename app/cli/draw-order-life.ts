import { writeFileSync } from "node:fs";
import { ORDER_LIFE } from "#app/domain/order-life.ts";
import { orderLifePage } from "./order-life-page.ts";

// npm run order-life: after app/domain/order-life.ts was changed.
writeFileSync("docs/order-life.md", orderLifePage(ORDER_LIFE));
console.log("docs/order-life.md");

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { iconFiles } from "./icons/icon-files.ts";

// npm run icons: after public/lumbung.svg or public/icon.svg was changed.
const folder = "public";
const files = await iconFiles({
  logo: readFileSync(join(folder, "lumbung.svg")),
  icon: readFileSync(join(folder, "icon.svg")),
});
for (const [name, content] of Object.entries(files)) {
  writeFileSync(join(folder, name), content);
  console.log(`${name}: ${content.length} bytes`);
}

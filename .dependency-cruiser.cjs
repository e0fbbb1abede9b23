// The house (docs/architecture.md): each floor and what it may import. Anything else is an error.
const mayImport = {
  "app/routes": [
    "app/routes",
    "app/usecases",
    "app/ui",
    "app/web",
    "app/i18n",
    "app/domain",
    "db/read",
    "app/context\\.server\\.ts",
  ],
  "app/jobs": ["app/jobs", "app/usecases", "app/domain", "db/read", "app/context\\.server\\.ts"],
  "app/cli": ["app/cli", "app/usecases", "app/domain", "app/i18n", "db", "app/context\\.server\\.ts"],
  "app/usecases": [
    "app/usecases/context\\.ts",
    "app/domain",
    "db/read",
    "db/write",
    "db/transaction\\.server\\.ts",
    "app/adapters/[^/]+/port\\.ts",
    "app/adapters/[^/]+/port-[a-z]+\\.ts",
  ],
  "app/adapters": ["app/adapters", "app/domain", "app/i18n"],
  "app/web": ["app/web", "app/domain", "app/i18n", "app/usecases/context\\.ts", "db/read", "db/problem\\.ts"],
  "app/ui": ["app/ui", "app/i18n", "app/domain"],
  "app/i18n": ["app/i18n", "app/domain"],
  "app/domain": ["app/domain"],
  db: ["db", "app/domain"],
};
// Packages that live in one room only.
const home = {
  "drizzle-orm|better-sqlite3|pg": "^db/",
  stripe: "^app/adapters/payments/",
  nodemailer: "^app/adapters/messages/",
  sharp: "^app/(adapters/(photos|pictures)|cli/(seed|icons))/",
  "@node-rs/argon2": "^app/adapters/passwords/",
  "@remix-run|react|react-dom": "^app/(routes|ui|web|i18n)/|^app/(root|routes|entry\\.)|^server\\.ts$",
  hono: "^server\\.ts$|^app/web/",
};

const floors = Object.entries(mayImport).map(([floor, allowed]) => ({
  name: `${floor.replace("app/", "")}-imports-only-what-it-may`,
  severity: "error",
  from: { path: `^${floor}/` },
  to: { path: "^(app|db|tests|server\\.ts)", pathNot: `^(${allowed.join("|")})` },
}));
const homes = Object.entries(home).map(([packages, path]) => ({
  name: `${packages.split("|")[0].replace("@", "").replace("/", "-")}-stays-home`,
  severity: "error",
  from: { path: "^(app|db|server\\.ts)", pathNot: path },
  to: { path: `node_modules/(${packages})(/|$)` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...floors,
    ...homes,
    {
      name: "domain-is-pure",
      comment: "rules know no outside: nothing but themselves and zod",
      severity: "error",
      from: { path: "^app/domain/" },
      to: { dependencyTypes: ["core", "npm", "npm-dev"], pathNot: "node_modules/zod/" },
    },
    {
      name: "use-cases-do-not-call-each-other",
      severity: "error",
      from: { path: "^app/usecases/([^/]+)/([^/]+)" },
      to: { path: "^app/usecases/[^/]+/", pathNot: "^app/usecases/$1/$2" },
    },
    { name: "no-rings", severity: "error", from: {}, to: { circular: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"],
    },
    exclude: { path: "^(build|db/migrations)/" },
  },
};

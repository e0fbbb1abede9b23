import { askQuestion } from "#app/usecases/buy/ask-question.ts";
import { reviewLine } from "#app/usecases/buy/review-line.ts";
import { checkTariffImport } from "#app/usecases/operate/check-tariff-import.ts";
import { answerQuestion } from "#app/usecases/sell/answer-question.ts";
import { answerReview } from "#app/usecases/sell/answer-review.ts";
import { checkImport } from "#app/usecases/sell/check-import.ts";
import { listGroupQuestions } from "#db/read/questions.ts";
import { listDeliveredLines, listGroupReviews } from "#db/read/reviews.ts";
import { demoGroups } from "./data/groups.ts";
import { demoBuyers } from "./data/network.ts";
import { DEMO_ANSWERS, DEMO_QUESTIONS, DEMO_WORDS } from "./data/reviews.ts";
import { demoZones } from "./data/zones.ts";
import { type DemoWorld, wibTime } from "./demo-context.ts";
import { groupId, officerOf } from "./found-groups.ts";
import { buyerId } from "./found-network.ts";
import { buyerActor } from "./place-orders.ts";
import { OPERATOR } from "./play-runs.ts";

/** Of what was delivered, every so many lines somebody reviews; the first buyer reviews all. */
const EVERY = 3;

/** Buyers say what they think of what they received, others ask, and groups answer. */
export async function playReviews(world: DemoWorld): Promise<void> {
  const lines = await listDeliveredLines();
  for (const [at, line] of lines.entries()) {
    const buyer = demoBuyers.findIndex((_, index) => buyerId(index) === line.buyerId);
    if (buyer < 0 || (buyer > 0 && at % EVERY !== 0)) continue;
    const said = DEMO_WORDS[line.kind];
    const { stars, words } = said[at % said.length] ?? { stars: 5, words: "" };
    const ctx = world.at(new Date(line.placedAt.getTime() + 6 * 86_400_000), buyerActor(buyer));
    await reviewLine(ctx, { orderLineId: line.id, stars, words, upload: null, alt: "" });
  }
  await askAll(world);
  await answerAll(world);
  await leaveImport(world);
  await leaveTariffs(world);
}

async function askAll(world: DemoWorld): Promise<void> {
  for (const [at, { slug, words }] of DEMO_QUESTIONS.entries()) {
    const ctx = world.at(wibTime(world.today, -20 + at, 19), buyerActor(at % demoBuyers.length));
    const answer = await askQuestion(ctx, { slug, words, formKey: world.newId() });
    if (!answer.ok) throw new Error(`the demo's question was refused: ${answer.reason}`);
  }
}

/** Each group answers some; the newest wait for an answer. */
async function answerAll(world: DemoWorld): Promise<void> {
  for (const group of demoGroups) {
    const officer = officerOf(group);
    const ctx = world.at(wibTime(world.today, -10, 20), officer);
    const asked = await listGroupQuestions(officer, groupId(group));
    for (const question of asked) {
      const answer = DEMO_QUESTIONS.find((each) => each.words === question.words)?.answer;
      if (answer) await answerQuestion(ctx, { questionId: question.id, answer });
    }
    const reviews = await listGroupReviews(officer, groupId(group));
    for (const [at, review] of reviews.entries()) {
      const answer = DEMO_ANSWERS[at % DEMO_ANSWERS.length];
      if (answer && at % 2 === 0) await answerReview(ctx, { reviewId: review.id, answer });
    }
  }
}

/** A treasurer has sent a file and not looked at it yet. */
async function leaveImport(world: DemoWorld): Promise<void> {
  const group = demoGroups.find((each) => each.slug === "butik-seri-dompak");
  if (!group) throw new Error("the demo has no Seri Dompak");
  const header = "kind,name,unit,price,stock,packedGrams,lengthMm,widthMm,heightMm,madeToOrderDays";
  const rows = [
    "craft,Tas belanja perca,buah,45000,12,180,250,200,100,",
    "craft,Sarung bantal sulam,buah,65000,8,320,350,250,150,5",
  ];
  const answer = await checkImport(world.at(wibTime(world.today, -1, 10), officerOf(group)), {
    ...{ groupId: groupId(group), kind: "listings", formKey: world.newId(), fileName: "barang-baru.csv" },
    upload: new TextEncoder().encode([header, ...rows].join("\n")),
    columnOf: (name) => name,
  });
  if (!answer.ok) throw new Error(`the demo's file was refused: ${answer.reason}`);
}

/** The operator has sent next month's prices and not looked at them yet. */
async function leaveTariffs(world: DemoWorld): Promise<void> {
  const [zone] = demoZones;
  const header =
    "zone,service,perKg,perParcel,minKg,toleranceGrams,stepGrams,maxParcelGrams,volumeDivisor,daysUnderWay,source";
  const figures = "41000,0,1,300,1000,50 kg,6000,3,Contoh";
  const answer = await checkTariffImport(world.at(wibTime(world.today, -1, 11), OPERATOR), {
    ...{ formKey: world.newId(), fileName: "tarif-desember.csv" },
    upload: new TextEncoder().encode(`${header}\n${zone?.name},Kurir kilat,${figures}`),
    columnOf: (name) => name,
  });
  if (!answer.ok) throw new Error(`the demo's tariffs were refused: ${answer.reason}`);
}

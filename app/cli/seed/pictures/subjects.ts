import * as cloth from "./cloth.ts";
import * as crackers from "./crackers.ts";
import * as fruits from "./fruits.ts";
import * as garments from "./garments.ts";
import * as harvest from "./harvest.ts";
import * as packs from "./packs.ts";
import * as scenes from "./scenes.ts";
import * as sea from "./sea.ts";
import type { Drawing } from "./shapes.ts";
import * as shells from "./shells.ts";
import * as workrooms from "./workrooms.ts";
import * as woven from "./woven.ts";

const goods = {
  "cracker-bag": crackers.crackerBag,
  "raw-crackers": crackers.rawCrackers,
  "cracker-balls": crackers.crackerBalls,
  "otak-otak": crackers.otakOtak,
  "sambal-jar": crackers.sambalJar,
  "shell-keychain": shells.shellKeychain,
  "shell-boat": shells.shellBoat,
  "shell-peacock": shells.shellPeacock,
  "shell-lamp": shells.shellLamp,
  "shell-earrings": shells.shellEarrings,
  "shell-box": shells.shellBox,
  "baju-kurung": garments.bajuKurung,
  kebaya: garments.kebaya,
  tanjak: garments.tanjak,
  "embroidered-veil": garments.veil,
  apron: garments.apron,
  "patchwork-purse": cloth.patchworkPurse,
  cushion: cloth.cushion,
  doormat: cloth.doormat,
  "tote-bag": cloth.toteBag,
  "shibori-scarf": cloth.shiboriScarf,
  "songket-cloth": cloth.songketCloth,
  "birds-eye-chillies": harvest.birdsEyeChillies,
  "curly-chillies": harvest.curlyChillies,
  spinach: harvest.spinach,
  "water-spinach": harvest.waterSpinach,
  "bitter-gourd": harvest.bitterGourd,
  shallots: harvest.shallots,
  ginger: harvest.ginger,
  eggplants: harvest.eggplants,
  pineapple: fruits.pineapple,
  salak: fruits.salak,
  coconut: fruits.coconut,
  bananas: fruits.bananas,
  corn: fruits.corn,
  "sweet-potatoes": fruits.sweetPotatoes,
  "cassava-sack": fruits.cassavaSack,
  "egg-tray": fruits.eggTray,
  "snack-pouch": packs.snackPouch,
  "floss-pouch": packs.flossPouch,
  "herb-tea-pouch": packs.herbTeaPouch,
  "coffee-pouch": packs.coffeePouch,
  "sago-flour": packs.sagoFlour,
  "gift-box": packs.giftBox,
  "cake-box": packs.cakeBox,
  "cake-jar": packs.cakeJar,
  "seaweed-dodol": packs.seaweedDodol,
  "vco-bottle": packs.vcoBottle,
  "coconut-sugar": packs.coconutSugar,
  soap: packs.soap,
  "pandan-mat": woven.pandanMat,
  "pandan-bag": woven.pandanBag,
  "food-cover": woven.foodCover,
  "hand-fan": woven.handFan,
  "woven-box": woven.wovenBox,
  broom: woven.broom,
  "dried-anchovies": sea.driedAnchovies,
  "salted-fish": sea.saltedFish,
  "dried-squid": sea.driedSquid,
} as const satisfies Record<string, Drawing>;

/** Pictures of groups at work and the places they live in; they fill the whole picture. */
const places = {
  kitchen: workrooms.kitchen,
  "sewing-machine": workrooms.sewingMachine,
  weaving: workrooms.weaving,
  "shop-front": workrooms.shopFront,
  "embroidery-frame": workrooms.embroideryFrame,
  "stilt-houses": scenes.stiltHouses,
  "fishing-boat": scenes.fishingBoat,
  "farm-rows": scenes.farmRows,
  "coconut-grove": scenes.coconutGrove,
} as const satisfies Record<string, Drawing>;

export const subjects = { ...goods, ...places };
export type Subject = keyof typeof subjects;

export function isScene(subject: Subject): boolean {
  return subject in places;
}

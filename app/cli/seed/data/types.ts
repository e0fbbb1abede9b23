import type { SplitMethod } from "#app/domain/split-rule.ts";
import type { Unit } from "#app/domain/unit.ts";
import type { Picture } from "../pictures/draw-picture.ts";

/** The demo network as data: people, places and prices are made up, the regions are real. Money is whole rupiah. */
export type DemoOffice = "chair" | "secretary" | "treasurer" | "auditor";

export interface DemoPicture extends Pick<Picture, "subject" | "palette"> {
  /** What the picture shows, for those who do not see it. */
  readonly alt: string;
}

export interface DemoMember {
  readonly name: string;
  /** +62 812-0000-…; many members have none. */
  readonly phone?: string;
  readonly offices?: readonly DemoOffice[];
}

/** A rule of the group under its name; members are meant by their number in the group, counting from 1. */
export interface DemoRule {
  readonly name: string;
  readonly method: SplitMethod;
  readonly fundBasisPoints: number;
  readonly fixedCosts?: readonly { readonly name: string; readonly rupiahPerUnit: number }[];
  readonly fixedShares?: readonly { readonly member: number; readonly basisPoints: number }[];
  readonly pieceRates?: readonly { readonly step: string; readonly rupiahPerUnit: number }[];
  /** What the members decided, and when. */
  readonly decision: string;
}

/** Pieces, hours or thousandths of a kilogram, as the rule's method says; the step only where piece rates name one. */
export interface DemoContribution {
  readonly member: number;
  readonly weight: number;
  readonly step?: string;
}

export interface DemoVariant {
  /** Empty when the listing has one variant only. */
  readonly name: string;
  readonly price: number;
  readonly stockMilli: number;
  readonly packedGrams: number;
  readonly sizeMm: readonly [length: number, width: number, height: number];
}

export interface DemoListing {
  readonly slug: string;
  readonly kind: "craft" | "food" | "harvest";
  readonly name: string;
  readonly description: string;
  readonly unit: Unit;
  readonly variants: readonly DemoVariant[];
  readonly fragile?: boolean;
  readonly madeToOrderDays?: number;
  /** Days from today, negative for days gone by. */
  readonly harvest?: { readonly fromDay: number; readonly untilDay: number };
  readonly shelfDays?: number;
  readonly picture: DemoPicture;
  /** The name of one of the group's rules. */
  readonly rule: string;
  readonly contributions: readonly DemoContribution[];
}

export interface DemoGroup {
  readonly slug: string;
  readonly name: string;
  readonly kind: "boutique" | "craft" | "farm" | "fishery" | "food" | "cooperative";
  readonly story: string;
  readonly villageCode: string;
  readonly madeByDisabled: boolean;
  readonly phone: string;
  /** The slug of the hub where the group brings its goods. */
  readonly hub: string;
  readonly picture: DemoPicture;
  /** In the order of their numbers: the first is number 1. */
  readonly members: readonly DemoMember[];
  /** The first is the group's default. */
  readonly rules: readonly [DemoRule, ...DemoRule[]];
  readonly listings: readonly DemoListing[];
}

export interface DemoTariff {
  readonly service: string;
  readonly perKg: number;
  readonly perParcel: number;
  readonly minKg: number;
  readonly toleranceGrams: number;
  readonly stepGrams: number;
  readonly maxParcelGrams: number;
  readonly volumeDivisor: number;
  readonly daysUnderWay: number;
  readonly keepsCold?: boolean;
  readonly countsBox?: boolean;
}

export interface DemoZone {
  readonly slug: string;
  readonly name: string;
  /** The longest code that contains a village decides. */
  readonly regionCodes: readonly string[];
  readonly tariffs: readonly [DemoTariff, ...DemoTariff[]];
}

export interface DemoPlace {
  readonly slug: string;
  readonly name: string;
  readonly villageCode: string;
  readonly address: string;
}

export interface DemoHub extends DemoPlace {
  /** Slugs of the groups from other regencies that it serves all the same. */
  readonly serves: readonly string[];
}

export interface DemoPickUpPoint extends DemoPlace {
  readonly zone: string;
}

/** A departure that comes again every week. */
export interface DemoSailing {
  readonly hub: string;
  readonly zone: string;
  readonly service: string;
  readonly vessel: string;
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
  /** Hours and minutes in Western Indonesia Time, "07:00". */
  readonly departsAt: string;
  readonly cutOffHoursBefore: number;
  readonly hoursUnderWay: number;
  readonly doorFee: number;
  /** What it takes at most; without it as much as comes. */
  readonly maxKg?: number;
}

export interface DemoBuyer {
  readonly name: string;
  readonly phone: string;
  readonly email?: string;
  readonly address: {
    readonly villageCode: string;
    readonly street: string;
    readonly rtRw: string;
    readonly landmark: string;
    readonly postcode?: string;
  };
}

export interface DemoNetwork {
  readonly name: string;
  readonly feeBasisPoints: number;
  readonly qrisFeeBasisPoints: number;
  readonly bankName: string;
  readonly bankAccount: string;
  readonly bankHolder: string;
  readonly takesTransfer: boolean;
  readonly takesQris: boolean;
  readonly takesCashOnDelivery: boolean;
  readonly payWithinHours: number;
  readonly foodNeedsPermit: boolean;
  readonly foodNeedsHalal: boolean;
  readonly operator: { readonly name: string; readonly phone: string };
}

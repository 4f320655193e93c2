/**
 * What the virtual cohort is made of: every number with where it is from, written down before the first run and not fitted
 * to any result. What no source gave is a proposal, and says so. A number that must be corrected later is corrected in a
 * change of its own that says why.
 */
export type Parameter<T> = {
  readonly value: T;
  /** UCUM where there is one; "1" for shares. */
  readonly unit: string;
  readonly basis: "published" | "proposal";
  readonly source: string;
};

/** Mean and standard deviation between persons or days, and the bounds within which values are drawn. */
export type Spread = { readonly mean: number; readonly sd: number; readonly within: readonly [number, number] };

/** A number that is as likely anywhere between two ends. */
export type Range = readonly [low: number, high: number];

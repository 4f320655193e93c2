import { z } from "zod";
import type { Metric } from "./metric.ts";
import { differenceToScaled, toScaled } from "./unit.ts";

/** A limit is a value with its unit, never a bare number. */
export const quantitySchema = z
  .strictObject({ value: z.number().min(-1000).max(10_000), unit: z.string().min(1).max(16) })
  .meta({ id: "Quantity" });
export type Quantity = z.infer<typeof quantitySchema>;

/** A plan quantity in the metric's stored integers. @throws HemvaktError `UNIT_UNKNOWN` */
export const quantityToScaled = (metric: Metric, quantity: Quantity): number =>
  toScaled(metric, quantity.value, quantity.unit);

/** A difference in the metric's stored integers: like `quantityToScaled`, without the zero point of °F. */
export const amountToScaled = (metric: Metric, amount: Quantity): number =>
  differenceToScaled(metric, amount.value, amount.unit);

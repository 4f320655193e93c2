import { z } from "zod";

/** What staff may do. Technicians see devices and no clinical values; administrators see accounts and no patients. */
export const roles = ["nurse", "physician", "technician", "admin"] as const;
export type Role = (typeof roles)[number];

/** Ids of hubs, devices, patients, teams and staff: short, and they say nothing about the person. */
export const idSchema = z.string().regex(
  // "." and ".." would be taken for something else in an address.
  /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,64}$/,
  "1 to 64 letters, digits, dots, underscores or hyphens",
);

/** May this role see measured values, plans and clinical alerts? */
export const seesClinical = (role: Role): boolean => role === "nurse" || role === "physician";

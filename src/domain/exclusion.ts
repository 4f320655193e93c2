/** Why staff exclude a reading. `other` takes a note. */
export const exclusionReasons = ["technique", "other-person", "device", "test", "other"] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** Devices that people ask for, the entry to use for them instead, and why they have none of their own. */
export const leftOut: readonly (readonly [model: string, use: string, why: string])[] = [
  [
    "A&D UC-450BLE",
    "none",
    "A protocol of the maker's own, with commands to send (KristianP26/ble-scale-sync, pull request 316).",
  ],
  [
    "Omron cuffs such as HEM-7155T, HEM-7361T, HEM-7600T",
    "none",
    "They keep their readings behind a service of the maker's own: the hub must unlock it and read the memory " +
      "(userx14/omblepy, eigger/hass-omron). There is no single notification to decode.",
  ],
  [
    "Beurer cuffs other than BM 85",
    "`generic-blood-pressure`; where that refuses them as reserved, `beurer-bm85`, with the reading compared to the display",
    "Some are said to send what the BM 85 sends, others follow the profile; none has been recorded.",
  ],
  [
    "Medisana BU 570, Silvercrest SBM69",
    "`generic-blood-pressure`",
    "They announce service 0x1810; no notification found that says what the display showed.",
  ],
  [
    "Beurer BF 105, BF 500, BF 950",
    "`beurer-bf720`",
    "Said to do the same; of the BF 105 only the estimates have been published (oliexdev/openScale, issue 635).",
  ],
  [
    "Renpho scales other than ES-WBE28",
    "none",
    "They speak a protocol of the maker's own in several dialects (KristianP26/ble-scale-sync, qn-scale).",
  ],
];

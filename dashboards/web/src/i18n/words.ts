/** The other language's words: the same keys, each with a text. A key that is missing or too many doesn't compile. */
export type Words<Of> = { readonly [Key in keyof Of]: Of[Key] extends string ? string : Words<Of[Key]> };

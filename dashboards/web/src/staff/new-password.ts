/** Letters and digits that are told apart when they are read out or copied by hand. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/**
 * A password to hand over: four groups of five, about 98 bits. Whoever gets it changes it in their profile.
 * @returns 23 characters
 */
export function newPassword(): string {
  const picked = crypto.getRandomValues(new Uint32Array(20));
  const text = [...picked].map((number) => letters[number % letters.length]).join("");
  return text.match(/.{5}/g)?.join("-") ?? text;
}

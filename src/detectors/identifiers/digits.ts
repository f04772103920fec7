/** What people put between groups of digits: spaces of any width, dots, hyphens and dashes. One character. */
export const GAP = String.raw`[ \u00A0\u2007\u2009\u202F.\u00B7\-\u2010-\u2015]`;

export const digitsOf = (written: string): string => written.replace(/\D/g, "");

export const isOneDigitRepeated = (digits: string): boolean => /^(\d)\1*$/.test(digits);

/** "1234567890", "0123456": what people type to fill a form. */
export const isCountingUp = (digits: string): boolean => "01234567890123456789".includes(digits);

/** The check of NHS, CHI and Health and Care numbers. Ten digits. Every ISBN-10 that ends in a digit passes as well. */
export function fitsModulus11(digits: string): boolean {
  const check = modulus11CheckDigit(digits.slice(0, 9));
  return digits.length === 10 && check === Number(digits[9]);
}

/** Null where the nine digits can't begin a valid number. */
export function modulus11CheckDigit(nine: string): number | null {
  const sum = Array.from(nine, Number).reduce((total, digit, place) => total + digit * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : check;
}

/** The check of payment cards. */
export function fitsLuhn(digits: string): boolean {
  const sum = Array.from(digits, Number)
    .reverse()
    .reduce((total, digit, place) => total + (place % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)), 0);
  return sum % 10 === 0;
}

/** The check of an IBAN (ISO 13616): first four to the back, letters to 10-35, remainder 1. */
export function fitsModulus97(iban: string): boolean {
  const turned = iban.slice(4) + iban.slice(0, 4);
  let remainder = 0;
  for (const character of turned) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

import type { RuleCard } from "../model/rule.ts";

/** `{contact.NAME}` in a message or in advice. */
export const CONTACT = /\{contact\.([\w-]+)\}/g;

/** The card with the people in it that it names: who they are is the rule set's to say, and may change in one that extends it. */
export const withContacts = (card: RuleCard, contacts: Readonly<Record<string, string>>): RuleCard => ({
  ...card,
  message: filled(card.message, contacts),
  advice: filled(card.advice, contacts),
});

function filled(text: string, contacts: Readonly<Record<string, string>>): string {
  return text.replace(CONTACT, (_, contact: string, at: number) => {
    const starts = at === 0 || /[.!?]\s+$/.test(text.slice(0, at));
    return starts ? contacts[contact]!.replace(/^./u, (first) => first.toUpperCase()) : contacts[contact]!;
  });
}

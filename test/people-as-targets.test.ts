import { describe, expect, test } from "vitest";
import { rulesIn, SHIPPED_RULES } from "../src/workshop/labelled.ts";
import { findingsIn } from "./judge-text.ts";

const shipped = rulesIn(SHIPPED_RULES);
const rules = { ...shipped, rules: shipped.rules.filter(({ card }) => /^(?:offensive|law|conduct)\//.test(card.id)) };
const isFlagged = (text: string) => findingsIn(rules, text).some(({ level }) => level !== "suggestion");

/** Protected groups, as many and as one. */
const GROUPS: readonly (readonly [many: string, one: string])[] = [
  ["women", "a woman"],
  ["migrants", "a migrant"],
  ["immigrants", "an immigrant"],
  ["refugees", "a refugee"],
  ["foreigners", "a foreigner"],
  ["Muslims", "a Muslim"],
  ["Jews", "a Jew"],
  ["Jewish people", "a Jewish woman"],
  ["Black people", "a Black man"],
  ["Asians", "an Asian lad"],
  ["disabled people", "a disabled person"],
  ["wheelchair users", "a wheelchair user"],
  ["autistic people", "an autistic person"],
  ["gay people", "a gay man"],
  ["gays", "a gay bloke"],
  ["lesbians", "a lesbian"],
  ["trans people", "a trans person"],
  ["trans women", "a trans woman"],
  ["Travellers", "a Traveller"],
  ["Gypsies", "a Gypsy"],
  ["old people", "an old person"],
  ["pensioners", "a pensioner"],
  ["Nigerians", "a Nigerian"],
  ["Poles", "a Pole"],
  ["Romanians", "a Romanian"],
  ["Catholics", "a Catholic"],
  ["Christians", "a Christian"],
  ["Sikhs", "a Sikh"],
  ["Hindus", "a Hindu"],
  ["deaf people", "a deaf person"],
  ["the mentally ill", "a schizophrenic"],
  ["pregnant women", "a pregnant woman"],
  ["asylum seekers", "an asylum seeker"],
  ["overseas nurses", "an overseas nurse"],
  ["foreign doctors", "a foreign doctor"],
];

/** {g} is the group, {one} is one of it. */
const AGAINST = {
  hated: [
    "I hate {g}.",
    "Honestly, I can't stand {g}",
    "God I despise {g}, every last one of them",
    "I've got no time for {g} and never have",
    "{g} make me sick",
    "Sorry but {g} disgust me",
    "{g} give me the creeps 🤢",
    "not even joking, i fucking hate {g}",
    "Does anyone else loathe {g} as much as I do?",
    "Nothing worse than {g}",
  ],
  "called less than human": [
    "{g} are vermin",
    "{g} are nothing but animals",
    "{g} are a plague on this hospital",
    "They're like cockroaches, {g}. Turn the light on and they scatter",
    "{g} are subhuman",
    "{g} are parasites living off the rest of us",
    "this town is infested with {g}",
    "{g} are scum, end of",
    "{g} are a cancer on this country",
    "Treat {g} like the dogs they are",
  ],
  "wished harm": [
    "Someone should shoot {g}",
    "{g} should be shot",
    "All {g} deserve to die",
    "I hope {g} all drown",
    "Kill all {g}",
    "{g} deserve a good kicking",
    "Somebody ought to burn {g} out",
    "Round up {g} and gas them",
    "{g} want putting down",
    "If I had my way {g} would be sterilised",
  ],
  "shut out": [
    "{g} don't belong here",
    "{g} have no place on a ward",
    "We don't want {g} in this hospital",
    "{g} shouldn't be allowed to vote",
    "{g} should not be allowed near children",
    "No {g} on my team thanks",
    "Get {g} out of our NHS",
    "I'd never hire {one}",
    "I would not let {one} treat my mum",
    "Keep {g} out of theatre",
    "{g} should go back where they came from",
    "ban {g} from the staff room",
  ],
  "all called bad": [
    "{g} are all the same",
    "All {g} are liars",
    "{g} are all thick",
    "{g} can't be trusted",
    "Every one of {g} is on the take",
    "{g} are inferior, that's just biology",
    "{g} are too stupid for this job",
    "Typical {g}, always moaning",
    "{g} will rob you blind",
    "You can't trust {one}",
    "{g} are only in it for the money",
    "{g} are ruining this country",
  ],
};

const FOR = {
  "spoken of with respect": [
    "{g} are welcome on every ward",
    "Our network for {g} meets on Tuesday",
    "Proud to work with {g}",
    "{g} deserve the same care as anyone",
    "How do we make clinics easier for {g}?",
    "New guide: caring for {g} at the end of life",
    "{g} are less likely to get pain relief, our audit found",
  ],
  "defended in a negation": [
    "{g} are not vermin",
    "{g} are not all the same",
    "No one should hate {g}",
    "I don't hate {g} and never have",
    "{g} are no threat to anyone",
    "{g} aren't a burden, they are our neighbours",
    "We will never say {g} don't belong here",
  ],
  "defended against what others say": [
    "If you think {g} don't belong here, you're wrong",
    "Saying {g} are vermin is hate speech and we will report it",
    "People who say they hate {g} have no place in our NHS",
    "Anyone who thinks {g} are all the same should come to our open day",
    "Stop saying {g} are lazy. It's a lie.",
    "It hurts to hear that {g} can't be trusted",
  ],
  "quoted so as to condemn": [
    '"I hate {g}" is not banter. Report it.',
    "A visitor shouted '{g} should be shot' at our porter. That is abuse.",
    "He told me '{g} are scum'. I reported him.",
    'The leaflet said "{g} are a plague". We binned it and rang the police.',
  ],
};

/** What is hated here is no group of people, or the speaker speaks for one. */
const HARMLESS = [
  "I hate Mondays",
  "I can't stand coriander",
  "Wasps are vermin",
  "Rats are vermin and the porters have caught six",
  "Kill all germs: wash your hands",
  "Managers hate surprises",
  "I hate printers, all of them",
  "Pigeons should be banned from the car park",
  "Seagulls are a plague on this seafront",
  "Estate agents give me the creeps",
  "I despise spreadsheets",
  "Weeds don't belong here",
  "Bots should not be allowed to vote in our poll",
  "Get phones out of theatre",
  "No wasps on my picnic thanks",
  "Ticket touts deserve a good telling off",
  "Bacteria are parasites? Not all of them. Lecture at noon.",
  "Ticks are parasites living off the rest of us",
  "As a gay man I hate being asked about Eurovision",
  "I'm a disabled woman and I hate the word 'inspirational'",
  "I'm a crip and proud, says our disability network chair",
  "Queer joy at the staff Pride picnic",
  "Men's health week: blokes, talk to a mate",
  "I hate what dementia did to my nan",
  "Hate crime reporting week: tell us if you see it",
  "Women hate waiting for endometriosis diagnoses, and so they should",
  "Old people's home open day on Saturday",
  "The disabled toilet is broken, sorry",
  "Deaf people can't hear the tannoy, so we put up screens",
  "Blind people can't use this form. We've fixed it.",
  "Pregnant women should not be given ibuprofen after 20 weeks",
  "Pregnant women should stay at home if they have shingles, and ring us",
  "Older people should be offered a flu jab",
  "Asylum seekers can't work while they wait, and most want to",
  "Refugees have been sent home by a system that lost their papers",
  "Women are dying of heart attacks because they are sent home",
  "Migrants built this hospital",
  "Jews were murdered here in 1190. We remember.",
  "Black people are four times more likely to be detained. That must change.",
  "Travellers have been refused at three surgeries. That is wrong.",
  "I was told women can't be surgeons. I am one.",
  "Trans people are not a debate",
  "My mum says old people should be seen and not heard. She is 91 and joking about herself.",
];

const filled = (template: string) =>
  GROUPS.map(([many, one]) => {
    const text = template.replace("{g}", many).replace("{one}", one);
    return text[0]!.toUpperCase() + text.slice(1);
  });

describe("a group of people", () => {
  describe.each(Object.entries(AGAINST))("%s is a finding", (_, templates) => {
    test.each(templates.map((template) => [template]))("%s", (template) => {
      expect(filled(template).filter((text) => !isFlagged(text))).toEqual([]);
    });
  });

  describe.each(Object.entries(FOR))("%s is none", (_, templates) => {
    test.each(templates.map((template) => [template]))("%s", (template) => {
      expect(filled(template).filter(isFlagged)).toEqual([]);
    });
  });

  test.each(HARMLESS.map((text) => [text]))("%s", (text) => {
    expect(isFlagged(text)).toBe(false);
  });
});

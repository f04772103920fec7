import { wordSet } from "../model/word-set.ts";

/**
 * Faiths and nations. To the model each of them is a name, as is any that nobody wrote into this list, being written with a capital.
 */
export const FAITHS_AND_NATIONS = wordSet(`
  muslim muslims islamic christian christians catholic catholics protestant protestants jew jews jewish hindu hindus sikh sikhs
  buddhist buddhists quaker quakers methodist evangelical mormon pagan atheist atheists
  british english scottish welsh irish polish romanian bulgarian albanian ukrainian russian turkish syrian iraqi iranian afghan
  indian indians pakistani pakistanis bangladeshi bangladeshis chinese filipino filipina filipinos nigerian nigerians ghanaian
  ghanaians kenyan somali somalis zimbabwean eritrean sudanese jamaican caribbean african africans asian asians european europeans
  american americans australian french german spanish italian portuguese greek brazilian vietnamese japanese korean arab arabs roma`);

/**
 * Other words for groups of people. The model reads none of them, as it reads none that it has never met: it can't learn which group
 * is spoken of. Words with another everyday meaning (black, old, blind) are not among them.
 */
export const GROUP_WORDS = wordSet(`
  gypsy gypsies traveller travellers immigrant immigrants migrant migrants refugee refugees foreigner
  foreigners
  gay gays lesbian lesbians bisexual bisexuals queer straight heterosexual homosexual homosexuals trans transgender transsexual
  nonbinary lgbt lgbtq asexual intersex
  disabled deaf autistic dyslexic dyspraxic adhd epileptic diabetic diabetics amputee amputees paraplegic neurodivergent schizophrenic
  bipolar
  woman women man men female females male males girl girls boy boys lady ladies bloke blokes`);

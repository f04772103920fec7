/**
 * The forms under which a word of a term is also looked for: plural, third person, past and participle, as English spells them.
 * It makes a few words that no one writes ("goed"); they find nothing and cost nothing.
 */
export function formsOf(word: string): readonly string[] {
  let forms = known.get(word);
  if (forms === undefined) {
    forms = makeForms(word);
    known.set(word, forms);
  }
  return forms;
}

const known = new Map<string, readonly string[]>();

function makeForms(word: string): readonly string[] {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 3 || UNCHANGING.has(word) || !/^[a-z-]+$/.test(word)) return [word];
  return [...new Set([word, plural(word), past(word), participle(word)])];
}

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function past(word: string): string {
  if (word.endsWith("e")) return `${word}d`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ied`;
  return `${doubled(word)}ed`;
}

function participle(word: string): string {
  if (word.endsWith("ie")) return `${word.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(word)) return `${word.slice(0, -1)}ing`;
  return `${doubled(word)}ing`;
}

/** "grab" becomes "grabbed", "cancel" the British "cancelled", "visit" stays "visited". */
function doubled(word: string): string {
  if (/[aeiou]l$/.test(word) && !/(?:oo|ee|ea|ai|oi|oa|ou)l$/.test(word)) return `${word}l`;
  return /^[^aeiou]*[aeiou][bdgkmnprtv]$/.test(word) ? word + word.at(-1)! : word;
}

const groups = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(" "));

/** Each line is a base form with all its forms. The base form stands for them all, any other only for itself. */
const IRREGULAR: ReadonlyMap<string, readonly string[]> = new Map(
  groups(`
    be am is are was were been being 's 're 'm
    have has had having 've
    do does did doing done
    not n't
    go goes went gone going
    get gets got gotten getting
    give gives gave given giving
    take takes took taken taking
    make makes made making
    know knows knew known knowing
    say says said saying
    tell tells told telling
    see sees saw seen seeing
    come comes came coming
    think thinks thought thinking
    find finds found finding
    leave leaves left leaving
    lose loses lost losing
    keep keeps kept keeping
    hold holds held holding
    write writes wrote written writing
    speak speaks spoke spoken speaking
    break breaks broke broken breaking
    steal steals stole stolen stealing
    choose chooses chose chosen choosing
    drive drives drove driven driving
    ride rides rode ridden riding
    hide hides hid hidden hiding
    bite bites bit bitten biting
    beat beats beaten beating
    eat eats ate eaten eating
    fall falls fell fallen falling
    feel feels felt feeling
    fight fights fought fighting
    buy buys bought buying
    bring brings brought bringing
    catch catches caught catching
    teach teaches taught teaching
    sell sells sold selling
    send sends sent sending
    spend spends spent spending
    lend lends lent lending
    bend bends bent bending
    build builds built building
    pay pays paid paying
    lie lies lied lying lain
    die dies died dying
    run runs ran running
    begin begins began begun beginning
    drink drinks drank drunk drinking
    sing sings sang sung singing
    sink sinks sank sunk sinking
    swim swims swam swum swimming
    ring rings rang rung ringing
    hang hangs hung hanged hanging
    stick sticks stuck sticking
    shoot shoots shot shooting
    sleep sleeps slept sleeping
    meet meets met meeting
    sit sits sat sitting
    stand stands stood standing
    understand understands understood understanding
    win wins won winning
    wear wears wore worn wearing
    tear tears tore torn tearing
    swear swears swore sworn swearing
    throw throws threw thrown throwing
    grow grows grew grown growing
    blow blows blew blown blowing
    fly flies flew flown flying
    draw draws drew drawn drawing
    forget forgets forgot forgotten forgetting
    forgive forgives forgave forgiven forgiving
    burn burns burned burnt burning
    learn learns learned learnt learning
    spill spills spilled spilt spilling
    smell smells smelled smelt smelling
    strike strikes struck striking
    stab stabs stabbed stabbing
    cut cuts cutting
    put puts putting
    set sets setting
    hit hits hitting
    let lets letting
    shut shuts shutting
    quit quits quitting
    hurt hurts hurting
    cost costs costing
    bet bets betting
    spread spreads spreading
    read reads reading
    lead leads led leading
    feed feeds fed feeding
    bleed bleeds bled bleeding
    man men
    woman women
    child children
    person people persons
    tooth teeth
    foot feet
    wife wives
    life lives
    knife knives
    leaf leaves
    thief thieves
    half halves
    mouse mice
    nurse nurses nursed nursing
    midwife midwives
    diagnosis diagnoses
    crisis crises
    will 'll wo
    can ca
    shall sha
    would 'd
  `).flatMap(([base, ...others]) => [
    ...others.map((form) => [form, [form]] as const),
    [base!, [base!, ...others]] as const,
  ]),
);
/** Little words, and words whose added ending makes another word ("new" and "news"). */
const UNCHANGING = new Set(
  "the and for but nor yet all any our your his her its their them they this that these those with from into onto over under about after before between who whom what which when where why how can could may might must shall should than then there here very too also just only even ever never now not off out up down new good bad glad well less more most much many few some such own same one two three four five six seven eight nine ten every each both either neither none nobody someone everyone without against during because while until though although".split(
    " ",
  ),
);

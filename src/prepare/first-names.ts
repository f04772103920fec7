/**
 * First names borne in the UK, in small letters: enough to take "Priya" at the head of a sentence, where every word has a capital.
 * Names that are words, places or months as well (Rose, Will, Florence, May) are left out on purpose: there they are more often that.
 */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `
    abbie abdul abena abi abigail achieng ada adaeze adam adeel adele adeola adewale adrian afia agatha agnes
    agnieszka ahmed aidan aiden aileen ailsa aisha akira akosua alan alana alasdair albert aled alejandro alex
    alexander alexandra alexis alfie alfred ali alice alicia alina alison alistair allan allison alma alun alvin alwyn
    amaka amanda amani amara amelia amelie amina amira amit amrit amy ana anand anastasia andreas andrei andrej andrew
    andrzej andy angela angelina angharad angus anika anil anisa anita anjali ann anna annabel anne annette annie
    anoushka anthony antonia antonio antony anwar anya aoife archie ariana arjun arlene armando arnold arthur arturo
    arun arvind asha ashley ashok asif asma astrid audrey austin ava ayesha aylin ayo aziz babatunde baljit balwinder
    baraka barbara barney barry bartek beatrice becca becky belinda ben benedict benjamin bernadette bernard bernice
    bernie bertie beryl bessie beth bethan bethany bev beverley bhavesh bianca bilal blathnaid bob bogdan bonnie boris
    brenda brendan brian bridget brigid bronagh bronwen bronwyn bruce bryan bryn bryony bukola caitlin caleb callie
    callum calum cameron camilla carl carla carly carmen carole caroline carolyn caron carrie carys cath cathal
    catherine cathy catrin cecil cecilia cedric celia ceri chantal chantelle charlene charles charlie charlotte
    charmaine cheryl chiamaka chiara chibuzo chidi chika chinedu chipo chloe chris christina christine christopher
    cian ciara claire clara clare clarence clarissa claudia clement clifford clive clyde cody colette colin colleen
    colm connor conor constance corey corinne cormac courtney craig cressida crispin curtis cynthia cyril dafydd
    damian damien dana daniel daniela danielle danny daphne darcey daria darius darran darrell darren darryl dave
    davey david davina dawit daz deandre debbie deborah debra declan deepa deepak deirdre delia delroy delyth demelza
    demi denise dennis denzel derek desmond diana diane diarmuid dilys dimitri dina dinesh dolores dominic donal
    donald donna doreen doris dorota dorothy doug douglas duncan dwayne dylan dympna eamon eddie edith edmund eduardo
    edward edwin edwina efua eileen eilidh eimear eirlys elaine eleanor eleanora elen elena eleri eli elias elijah
    elin eliot elise eliza elizabeth ella ellen ellie elliot elliott elodie eloise elsa elsie elspeth elton elvira
    emeka emil emilia emily emma emmanuel emmanuelle enid enoch eoin eric erica erin ernest esi esme esmeralda esther
    ethan ethel eugene eunice evelyn evie ewa ezra faisal farah farai farhan farida farzana fatima fatou federico
    felicity felix femi fergal fergus fernando ffion finlay finn finola fintan fiona fliss flora folake fran frances
    francesca francis francois freda freddie frederick freya funmi gabriel gabriella gabrielle gail gareth garry gary
    gavin gaynor gaz gemma genevieve geoff geoffrey george georgie georgina gerald geraldine gerard gerry gethin
    ghislaine gianni gideon gill gillian gina giovanni giulia giuseppe gladys glen glenda glenn glenys gloria glyn
    godfrey gopal gordon graham grainne greg gregor gregory greta gretchen griff guido gurdeep gurpreet gus gwen
    gwenda gwenllian gwyn gwyneth habib haidar hakim hamid hamish hamza hana hank hannah hans harinder harold harpreet
    harriet harry haruto harvey hassan hattie hayley hector heidi heledd helen helena helga henrietta henry herbert
    hilary hilda hina hiroshi hollie horace howard hubert hugh hugo humphrey hussain hussein hyun iain ian ibrahim
    ieuan ifan ifeanyi ifeoma ignatius ike ilona imelda imogen imran ina inderjit indira ines ingrid ioan ioana iona
    iqra ira irena irene irina irma isaac isabel isabella isabelle isaiah isha ishmael isla ismail isobel ivan ivana
    ivor jabari jacinta jack jackie jacob jacqueline jacqui jade jaden jago jake jamal jamelia james jamie jamila jan
    jana jane janet janette janice janine jared jarek jasmin jasmine jason jasper jaspreet javier jayden jayne jaz
    jean jeannette jeff jeffrey jemima jemma jenna jenni jennie jennifer jenny jeremiah jeremy jermaine jerome jerry
    jess jesse jessica jessie jhun jiho jill jillian jim jimmy jinny jo joan joanna joanne jocelyn jodie joe joel joey
    johanna johannes john johnnie johnny jolene jomar jon jonah jonas jonathan jonny jorge jose josef joseph josephine
    josh joshua josie joyce juan juanita judah judith judy jules julia julian juliana julie juliet julius juma junaid
    justin justine justyna kacper kai kamal kamila karan karen karim karima karina karl karolina katarzyna kate
    katerina kath kathleen kathryn kathy katia katie katrina katya kavita kay kaye kayla kayleigh keeley kehinde keira
    keisha keith kelechi kelly kelvin kemi ken kendra kenji kenneth kenny kenta kerry kev kevan kevin khalid kiera
    kieran kieron kim kimberley kiran kirsten kirstie kirstin kirsty klaudia kofi kojo krishna kristina krystyna
    krzysztof kuldeep kulwinder kumar kurt kwabena kwame kyle kylie lacey lachlan laila lakshmi lalita lana larissa
    larry lars lata latisha laura lauren laurence lawrence leah leandro leanne leila lena lenny leo leon leona leonard
    leonie leonora lerato leroy lesley leslie leticia lewis lexi leyla liam libby lidia lihua lila lilian lillian lina
    linda linette linus lionel lisa lise liz llewellyn lois lola lorcan lorelei loretta lorna lorraine lottie lou
    louis louisa louise lowri luca lucas lucia lucian lucinda lucy luis luka lukasz luke lulu luther lydia lyn lynda
    lyndsey lynette lynn lynne lynsey mabel maddie madeleine maeve magda magdalena maggie mahesh mahmoud mair mairead
    maisie malachi malcolm mali malik mandy manjit manoj manpreet manuel mara marc marcel marcella marcia marcin marco
    marcus mared margaret margarita marge margie margot marguerite maria mariam marian marianne maricel marie marilyn
    mario marion marius marivic marjorie marko marlene marlon marnie marta martha martin martyn marvin mary maryam
    mathew matilda matt matteo matthew matthias mattie maud maureen maurice mavis maxine maya mayumi meena meenakshi
    meera meg megan mehmet mehwish mei mel melanie melissa melvin meredith meryl mia michael michaela michal michelle
    mick mickey miguel mike mikhail mila mildred millie milly milo mimi mina minho minnie miranda miriam mitch
    mitchell mohammed moira mollie molly monica monika monique morag morwenna mostafa muhammad mukesh muriel murray
    musa mustafa myfanwy myra nadia nadine naledi nancy naomi naresh narinder nasir nasreen natalie natasha nathan
    nathaniel navdeep naveed ned neeta neha nehal neil nell nellie nerys nesta neville ngaio ngozi nia niall niamh
    nicholas nick nickolas nicky nicola nicole nicolette nigel nigella nikhil nikita nikki nina nisha njoroge nkechi
    noah nomsa nonso nora noreen norma norman nour nuala obi obinna oisin olga oliver olivia olivier ollie oluchi
    oluwaseun olwen omar omari oonagh ophelia orla osama oscar osman oswald otieno otis ottilie owain owen pablo paddy
    padma padraig paige paloma pam pamela panos paolo parminder parveen parvez pascal patrice patricia patricio
    patrick patrik patsy patti paul paula paulette pauline paulo pavel pedro peggy penelope percy perpetua persephone
    peter petra petros phil philip philippa phillip phoebe phyllis pia pierre piotr pippa piran polly pooja pradeep
    prakash pranav preeti prisca priscilla priti priya quentin rab rachael rachel rafael rafal rafferty ragnar rahul
    raina raisa raj rajesh rajiv rakesh ralph ramesh ramona rania ranjit raquel rasheeda rashid rashida ravi raymond
    rebecca rebekah reece reena reggie reginald reiko rekha remi rena renata rene renee reuben rhea rhian rhiannon
    rhoda rhona rhonda rhydian rhys ricardo richard richie rick ricky rina rita rob robbie robert roberta roberto
    robyn rocco roderick rodney rodrigo roger rohan roisin roland ron ronald ronan ronnie rosa rosaleen rosalind
    rosalyn rosamund rosanna roseanne rosie ross rowena roxanne roy ruben rubina rudi rufus rukhsana rumbidzai rupert
    russ russell ruth ryan ryszard saad sabina sabrina sachin sadie sadiq saeed safia sahar saima sakura salim sally
    salma salman salvador sam samantha samina samir samira samson samuel sandeep sandra sanjay saoirse sara sarah
    sarai sarita saskia satnam saul sayed scarlett scott seamus sean sebastian segun selena selina selwyn serena serge
    sergei shabana shabnam shahid shakira shane shanice shannon sharon shaun shauna shazia sheena sheila shelagh
    shelley sheryl shilpa shirin shirley shivani shoaib shona sian siddharth sidney sienna sigrid silvia simon simone
    simran sinead siobhan sioned sipho sofia sonia sonja sonya soojin sophia sophie sora sorcha stacey stacy stella
    stephan stephanie stephen steve steven stewart stuart sue sukhdeep sunil sunita suresh susan susanna susannah
    sushila susie suzanne suzie suzy svetlana swati sybil sylvia sylvie tabitha tadhg tahir tahira taiwo talia tamar
    tamara tamsin tania tanisha tanya tapiwa tara tarek tariq tasha tatiana ted tegan temitope tendai terence teresa
    teri terri terry tess tessa thabo thandi thea thelma themba theo theodora theodore theresa thomas thora tia
    tiffany tilly tim timothy tina tobias toby todd tolu tom tomas tomasz tommy tony tonya tori toyin tracey tracy
    travis trevor trish tristan trudy tunde tyler tyrone uche ugo uma una ursula usha usman uzma valentina valerie
    vanessa vaughan vera vernon veronica vic vicki vicky vijay vikram vince vincent vinod vivian vivien vivienne
    vladimir walid wanda wanjiru waqar wayne wei weiwei wendy wenna wes wesley wilbur wilf wilfred wilhelmina winifred
    winston wojciech wyn xanthe xavier xiaoming yara yasmin yasmina yaw yetunde yinka yolanda youssef yuki yusuf
    yvette yvonne zac zach zachary zahra zainab zanele zara zeinab zena zoe zofia zubair zuzanna
  `.match(/\S+/g),
);

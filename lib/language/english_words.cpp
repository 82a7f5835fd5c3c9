// The words of English.
#include <array>

#include "language/languages.h"

namespace cmos {

namespace {

constexpr LineEndWords kLineEnds{
    .articles = {"a an the"},
    .determiners =
        {"my your his her its our their this that these those some any every each no another what "
         "which whose both either neither many few several most all"},
    .determiner_endings = {.endings = {"'s"}},
    .quantifiers = {"some any each another both either neither many few several most all"},
    .leading =
        {"really very quite just also only even actually probably always never ever still already "
         "simply basically pretty too almost usually often sometimes definitely certainly maybe "
         "perhaps kinda sorta then rather completely totally extremely especially mostly more "
         "less"},
    .leading_endings =
        {.endings = {"ly"},
         .shortest = 5,
         .except = {"family reply apply supply early july italy assembly monopoly multiply rely "
                    "imply comply daily weekly monthly yearly friendly lovely likely"}},
    .degrees =
        {"very quite pretty too almost super much more most less extremely completely totally "
         "especially"},
    .incomplete =
        {"get gets got getting become becomes became keep keeps kept seem seems let lets last next "
         "other"},
    .focusing = {"even just only especially not"},
    .prepositions =
        {"about above across after against along alongside amid among around as at before behind "
         "below beneath beside besides between beyond by concerning despite down during except for "
         "from in inside into like near of off on onto out outside over past per since than "
         "through throughout till to toward towards under underneath unlike until up upon versus "
         "via vs with within without"},
    .particles = {"up out off down away back apart"},
    .adverbials = {"in on over through around across past under inside outside along"},
    .clinging_prepositions = {"of as like per than"},
    .conjunctions =
        {"and or but nor so yet because although though while whereas if unless until since when "
         "whenever where wherever once plus"},
    .joining = {"and or but nor because although though"},
    .relatives = {"that which who whom whose what how why whether than as"},
    .auxiliaries =
        {"am is are was were be been being have has had having do does did will would shall should "
         "can could may might must ought not cannot gonna wanna gotta ain't let's it's that's he's "
         "she's there's what's who's where's how's here's when's"},
    .auxiliary_endings = {.endings = {"n't 'm 're 've 'll 'd"}},
    .full_verbs = {"am is are was were be been being have has had having do does did"},
    .existentials = {"there"},
    .subjects = {"i he she we they"},
    .pronouns =
        {"you it there who this that these those one everybody everyone somebody someone nobody "
         "anybody anyone"},
    .objects =
        {"me him them us myself yourself himself herself itself ourselves yourselves themselves"},
    .numerals =
        {"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
         "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
         "ninety hundred thousand million billion"},
    .takes_number =
        {"version chapter episode number page step part section figure table line room early mid "
         "late"},
    .takes_of =
        {"sort sorts kind kinds terms lot lots bit couple one none half plenty pair out instead "
         "because ahead"},
    .hedges = {"sort kind"},
    .of = {"of"},
    .takes_than = {"rather other more less better"},
    .than = {"than"},
    .takes_to = {"going used able supposed got want wants wanted try tries tried trying need needs "
                 "needed"},
    .to = {"to"},
    .paired = {"off on up down in out here there back forth over again more less"},
    .titles = {"mr mrs ms dr prof st"},
    .abbreviations = {"e.g i.e eg ie vs cf approx"},
    .present_participles = {.endings = {"ing"},
                            .shortest = 5,
                            .except = {"thing bring something nothing anything everything morning "
                                       "evening spring string building"}},
    .past_participles = {.endings = {"ed"},
                         .shortest = 5,
                         .except = {"indeed speed exceed proceed succeed hundred"}},
    .adjectives =
        {"able absent absolute abstract accurate adequate advanced afraid aggregate alternate "
         "amazing ancient angry annoying apparent appropriate automated average aware awesome "
         "bad best better big black bleak blind blue bold boring brave brief bright brilliant "
         "broad broken brown busy calm certain challenging cheap clean clear clever close cold "
         "common compact complete complex complicated concrete concurrent confident confusing "
         "consistent constant convenient cool correct corrupt crazy crisp crude cruel cumbersome "
         "current cute daily damn dark dead deaf dear decent deep dense desperate detailed "
         "different difficult digital direct dirty downstream discrete distant distinct double dry "
         "dual due "
         "dumb eager early easy efficient elaborate elegant empty entire equivalent exact "
         "excellent exciting existing explicit extra extreme fair fake false familiar fancy "
         "fascinating fast fat firm first fixed flat fluent following foreign formal former "
         "fragile freaking free frequent fresh frustrating full fun funny fuzzy gentle genuine "
         "giant given global good grand gray great green grey gross growing guilty handsome "
         "handy happy hard harsh hidden high holy hostile hot huge human hungry hybrid idle ill "
         "illegal immediate implicit important inaccurate incoming inconsistent independent "
         "indirect inner innocent insane instant intelligent intense interested interesting "
         "interim invalid isolated joint junior keen key large last-minute late latent latter "
         "lazy legal legit lightweight likely limited linear little lively local lonely long "
         "loose loud lovely loving low low-level lucky mad main major mature maximum medium "
         "mental mere messy middle mild minimum minor missing mixed mobile moderate modern "
         "monthly multiple narrow nasty naughty nearby neat neighboring new nice noisy obscure "
         "odd offline old ongoing online open outer outstanding overall overarching own pale "
         "particular peculiar perfect permanent plain pleasant polite poor popular precise "
         "pregnant prime prior private profound prominent proper pure quick quiet random rapid "
         "rare raw ready real recent red redundant regular relevant reluctant remaining remote "
         "rich right robust rough rude sad safe same sane second secure senior separate severe "
         "sexy shallow sharp sheer shiny short shy sick significant silent silly similar simple "
         "single skilled sleek slight slow small smart smooth soft sole solid sophisticated "
         "sorry sour spare sparse spicy standalone stark steady steep sterile sticky straight "
         "straightforward strange strict strong stupid subsequent subtle sudden sufficient super "
         "superior sure sweet tall tasty terrifying thick thin third thorough tight tiny tired "
         "top total tough transparent tricky triple true ugly ultimate uncertain unclear "
         "underlying uneven unfair unfamiliar unique unknown unlikely unsafe upcoming upfront "
         "upset urban urgent vague valid varied vast verbose vibrant violent vital vivid warm "
         "weak weekly weird wet white whole wide wild wise wooden worse worst wrong yearly "
         "yellow young"},
    .adjective_endings =
        {.endings = {"ous ful ical able ible ional ial ual nal ral less ive ic ary "
                     "ish est ier"},
         .shortest = 5,
         .except = {"table cable bible arrive receive believe achieve give drive "
                    "archive five live music topic traffic library finish publish "
                    "establish distinguish enable process interest request guest quest forest "
                    "contest protest suggest invest harvest digest carrier frontier barrier"}},
    .verb_forms =
        {"became began bought broke brought built came chose cut drew drove fell felt found gave "
         "grew heard held kept knew lay led left lost made meant met paid ran rose said sat saw "
         "sent spent spoke stood thought told took understood went wore wrote"},
    .verb_endings = {.endings = {"ed bs cs ds es gs ks ls ms ns ps rs ts ws ys"},
                     .shortest = 4,
                     .except = {"indeed speed hundred"}},
};

constexpr auto kFillers = std::to_array<std::string_view>({
    "i guess what i wanted to ask is",
    "i would like to ask you",
    "i wanted to ask you",
    "i was wondering",
    "i'm wondering",
    "i would like to ask",
    "i wanted to ask",
    "as i understand it",
    "as i understand",
    "if i understand",
    "so the question is",
    "the question is",
    "the question",
    "that's great",
    "that's cool",
    "that's good",
    "that's interesting",
    "that is interesting",
    "that's very interesting",
    "that's really nice",
    "very nice",
    "thank you very much",
    "thank you",
    "thanks",
    "all right",
    "of course",
    "you know",
    "i mean",
    "i see",
    "i think so",
    "i think",
    "i guess",
    "i understand",
    "alright",
    "so",
    "um",
    "uh",
    "okay",
    "ok",
    "and",
    "but",
    "or",
    "well",
    "yeah",
    "yes",
    "yep",
    "right",
    "now",
    "anyway",
    "also",
    "then",
    "oh",
    "ah",
    "hmm",
    "great",
    "cool",
    "actually",
    "basically",
    "just",
    "please",
});

constexpr auto kRequests =
    std::to_array<std::string_view>({"tell me", "tell us", "let's", "let us", "talk about"});

constexpr TitleWords kTitles{
    .fillers = kFillers,
    .speakers = {"i"},
    .wishes = {"wanted want would just"},
    .topic_marks = {"about"},
    .question_words = {"how what what's why"},
    .no_question_before = {"to"},
    .choice_words = {"which"},
    .relatives = {"when where who whose"},
    .auxiliaries =
        {"do does did are is was were can could would will have has had should don't doesn't "
         "didn't isn't aren't any may"},
    .subjects = {"you we they it he she i there people this that these those"},
    .requests = kRequests,
    .joining = {"that which who and or but because so if when where how what"},
    .open_ends = {"the a an of to my your for with from in at"},
    .repairs = {"sorry repeat pardon"},
    .tags = {"right"},
    .alternatives = {"or"},
};

// The closed classes: articles, prepositions, conjunctions, pronouns, auxiliaries; and "U.S.",
// which is said as shortly.
constexpr WordList kWeakWords{
    "a am an and are as at be been but by can could did do does for from had has have he he's "
    "her him his i i'd i'll i'm i've if in is it it's its may me might must my not of on or "
    "our she she's should so than that that's the their them there there's these they they'll "
    "they're they've this those to us was we we'll we're we've were what when where which who "
    "will with would you you'd you'll you're you've your into nor shall upon whose u.s"};

// Transcribers write "[laughs]", "[speaks Norwegian]", "[audio cuts out]".
constexpr WordList kNotes{
    "applau audio background beep bleep break breath cheer chuckle clap clears click cough "
    "cross cut end foreign garble gasp giggle hesita inaudib indisc indist interrup intro "
    "jingle knock laugh missing mumbl music noise outro overlap pause phone recording ring "
    "shout sic sigh silen sing sneez snort sound speak static talk throat typing unclear "
    "unintel video voice whisper whistle"};

}  // namespace

constexpr Language kEnglish{
    .code = "en",
    .long_code = "eng",
    .line_ends = kLineEnds,
    .titles = kTitles,
    .capital_pronoun = "i",
    .weak_words = kWeakWords,
    .notes = kNotes,
};

}  // namespace cmos

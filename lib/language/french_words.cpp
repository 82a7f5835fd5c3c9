// The words of French.
#include "language/languages.h"

namespace cmos {

constexpr Language kFrench{
    .code = "fr",
    .long_code = "fra",
    .line_ends =
        {
            .articles = {"le la les un une des du au aux"},
            .determiners =
                {"mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces "
                 "quel quelle quels quelles chaque quelque quelques plusieurs certains certaines "
                 "aucun aucune tout toute tous toutes"},
            .leading =
                {"me te se y en très plus moins trop assez si aussi même bien presque toujours "
                 "jamais encore vraiment"},
            .prepositions =
                {"à après avant avec chez contre d'après dans de depuis derrière dès devant durant "
                 "en entre envers hors jusqu'à jusque malgré outre par parmi pendant pour sans "
                 "sauf selon sous sur vers via d'un d'une"},
            .clinging_prepositions = {"de du des d'un d'une"},
            .conjunctions =
                {"et ou mais donc or ni car que qu'un qu'une lorsque puisque quoique quand comme "
                 "si parce afin tandis alors qui dont où lequel laquelle lesquels lesquelles"},
            .joining = {"et ou mais donc car ni"},
            .relatives = {"que qui dont où quoi comment pourquoi combien lequel laquelle lesquels "
                          "lesquelles auquel duquel"},
            .auxiliaries =
                {"suis es est sommes êtes sont étais était étions étiez étaient sera serai seront "
                 "serait seraient été ai as a avons avez ont avais avait avions aviez avaient aura "
                 "auront aurait auraient eu vais vas va allons allez vont peux peut pouvons pouvez "
                 "peuvent pouvait pourrait dois doit devons devez doivent devait devrait veux veut "
                 "voulons voulez veulent fait faut ne n'est n'a n'ai n'ont n'était c'est c'était "
                 "j'ai j'avais j'étais qu'est s'est l'a l'ai"},
            .subjects = {"je tu il ils on qu'il qu'ils qu'on qu'elle qu'elles s'il s'ils"},
            .pronouns = {"elle elles nous vous ce ça cela ceux celle celui celles"},
            .objects = {"lui eux moi toi"},
            .numerals =
                {"deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
                 "seize vingt trente quarante cinquante soixante cent cents mille million millions "
                 "milliard milliards"},
            .takes_number =
                {"version chapitre épisode numéro page partie étape section figure tableau ligne "
                 "salle"},
            .titles = {"m mm mme mlle dr pr st ste"},
            .abbreviations = {"p.ex cf env etc"},
        },
    .weak_words =
        {"le la les un une des du de à au aux en et ou mais que qui ne pas je tu il elle on nous "
         "vous ils elles me te se y ce c'est est sont a ai as ont dans par pour sur avec son sa "
         "ses mon ma mes leur si où"},
    .notes =
        {"rire rires rit musique applaud silence inaudible inintelligible toux tousse soupir bruit "
         "sonnerie"},
};

}  // namespace cmos

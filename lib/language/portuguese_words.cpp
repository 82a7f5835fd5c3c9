// The words of Portuguese.
#include "language/languages.h"

namespace cmos {

constexpr Language kPortuguese{
    .code = "pt",
    .long_code = "por",
    .line_ends =
        {
            .articles =
                {"o a os as um uma uns umas ao aos à às do da dos das no na nos nas num numa pelo "
                 "pela pelos pelas dum duma"},
            .determiners =
                {"meu minha meus minhas teu tua teus tuas seu sua seus suas nosso nossa nossos "
                 "nossas este esta estes estas esse essa esses essas aquele aquela aqueles aquelas "
                 "deste desta desse dessa neste nesta nesse nessa cada algum alguma alguns algumas "
                 "nenhum nenhuma todo toda todos todas qual quais muitos muitas vários várias "
                 "outro outra outros outras"},
            .leading =
                {"me te se lhe lhes nos vos muito mais menos tão também só quase sempre nunca já "
                 "ainda realmente bem"},
            .prepositions =
                {"a ante após até com contra de desde durante em entre para por perante sem sob "
                 "sobre segundo conforme pra pro"},
            .clinging_prepositions = {"de do da dos das"},
            .conjunctions =
                {"e ou mas porém nem que porque se quando enquanto como onde embora pois quem cujo "
                 "cuja"},
            .joining = {"e ou mas porém nem porque embora"},
            .relatives = {"que quem onde como cujo cuja qual quais porquê"},
            .auxiliaries =
                {"sou és é somos são era eram fui foi foram será serão seria sido estou está "
                 "estamos estão estava estavam tenho tem temos têm tinha tinham há havia posso "
                 "pode podemos podem podia poderia devo deve devemos devem deveria quero quer "
                 "queremos querem vou vai vamos vão não"},
            .subjects = {"eu tu"},
            .pronouns = {"ele ela eles elas nós vós você vocês isto isso aquilo"},
            .objects = {"mim ti comigo contigo si"},
            .numerals =
                {"dois duas três quatro cinco seis sete oito nove dez onze doze treze catorze "
                 "quinze vinte trinta quarenta cinquenta cem cento mil milhão milhões bilhão "
                 "bilhões"},
            .takes_number =
                {"versão capítulo episódio número página parte passo seção secção figura tabela "
                 "linha sala"},
            .titles = {"sr sra dr dra prof"},
            .abbreviations = {"p.ex ex etc aprox"},
        },
    .weak_words =
        {"o a os as um uma de do da dos das em no na nos nas por pelo pela para com e ou mas que "
         "não me te se lhe é são foi era tem está eu ele ela você nós seu sua meu minha isso este "
         "esta como mais se já muito"},
    .notes =
        {"risos risada ri riem música aplaus silêncio inaudível ininteligível tosse suspir ruído"},
};

}  // namespace cmos
